package dev.tollgate.model.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Tools as a client grants them, unchecked. In JSON the pattern alone, as text, or {@code {"tools": "crm__*", "when":
 * "args.amount < 100"}}.
 *
 * @param tools a glob over server__tool
 * @param when a condition in CEL under which they may be called; absent if always
 */
public record ToolGrant(String tools, @Nullable String when) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ToolGrant of(String tools) {
        return new ToolGrant(tools, null);
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static ToolGrant of(
            @JsonProperty(value = "tools", required = true) String tools, @JsonProperty("when") @Nullable String when) {
        return new ToolGrant(tools, when);
    }

    @JsonValue
    Object json() {
        return when == null ? tools : new Conditional(tools, when);
    }

    /** A type of its own, because this one is written as what {@link #json} answers. */
    private record Conditional(String tools, String when) {}

    /** As people write it: {@code crm__* when args.amount < 100}. */
    @Override
    public String toString() {
        return when == null ? tools : tools + " when " + when;
    }
}
