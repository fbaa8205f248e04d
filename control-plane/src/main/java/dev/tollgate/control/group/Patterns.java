package dev.tollgate.control.group;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.model.api.ToolGrant;
import dev.tollgate.model.condition.Condition;
import dev.tollgate.model.condition.ConditionFault;
import dev.tollgate.model.condition.Conditions;
import dev.tollgate.model.config.Grant;
import dev.tollgate.model.config.ToolPattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of tool patterns, each perhaps with a condition: checked as clients write them, kept as JSON, published. */
public final class Patterns {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<ToolGrant>> LIST = new TypeReference<>() {};

    private Patterns() {}

    /** Names each pattern at fault by its place, and each fault of a condition by line and column. */
    public static void check(FieldErrors errors, String field, @Nullable List<ToolGrant> grants, int max) {
        errors.each(field, grants, max, (at, grant) -> check(errors, at, grant));
    }

    private static void check(FieldErrors errors, String field, ToolGrant grant) {
        @Nullable String when = grant.when();
        errors.check(when == null ? field : field + ".tools", () -> new ToolPattern(grant.tools()));
        if (when != null) {
            errors.check(field + ".when", () -> {
                if (Conditions.compile(new Condition(when)) instanceof ConditionFault fault) {
                    errors.add(field + ".when", fault.toString());
                }
            });
        }
    }

    /** Of grants that were checked. */
    public static List<Grant> toConfig(List<ToolGrant> grants) {
        return grants.stream().map(Patterns::toConfig).toList();
    }

    private static Grant toConfig(ToolGrant grant) {
        @Nullable String when = grant.when();
        return new Grant(new ToolPattern(grant.tools()), when == null ? null : new Condition(when));
    }

    /** As the database keeps them. */
    public static String write(@Nullable List<ToolGrant> grants) {
        try {
            return JSON.writerFor(LIST).writeValueAsString(grants == null ? List.of() : grants);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("grants cannot be written", e);
        }
    }

    /** What {@link #write} wrote. */
    public static List<ToolGrant> read(String text) {
        try {
            return JSON.readValue(text, LIST);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("grants cannot be read back", e);
        }
    }
}
