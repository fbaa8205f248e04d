package dev.tollgate.model.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.tollgate.model.condition.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Tools that may be seen, and the condition under which they may be called. In JSON the pattern alone, as text, or
 * {@code {"tools": "crm__*", "when": "args.amount < 100"}}.
 *
 * @param when absent if every call is allowed
 */
public record Grant(ToolPattern tools, @Nullable Condition when) {
    public static Grant of(ToolPattern tools) {
        return new Grant(tools, null);
    }

    /**
     * @throws IllegalArgumentException if the text is no pattern
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Grant of(String pattern) {
        return new Grant(new ToolPattern(pattern), null);
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static Grant of(
            @JsonProperty(value = "tools", required = true) ToolPattern tools,
            @JsonProperty("when") @Nullable Condition when) {
        return new Grant(tools, when);
    }

    @JsonValue
    Object json() {
        return when == null ? tools.glob() : new Conditional(tools.glob(), when.text());
    }

    /** A type of its own, because the members of a published record have an order. */
    private record Conditional(String tools, String when) {}

    @Override
    public String toString() {
        return when == null ? tools.glob() : tools.glob() + " when " + when.text();
    }
}
