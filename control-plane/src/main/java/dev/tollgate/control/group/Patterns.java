package dev.tollgate.control.group;

import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.model.config.ToolPattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks lists of tool patterns as clients write them. */
public final class Patterns {
    private Patterns() {}

    /** Names each pattern at fault by its place. */
    public static void check(FieldErrors errors, String field, @Nullable List<String> patterns, int max) {
        errors.listSize(field, patterns, max);
        if (patterns == null || patterns.size() > max) {
            return;
        }
        for (int i = 0; i < patterns.size(); i++) {
            @Nullable String pattern = patterns.get(i);
            if (pattern != null) {
                errors.check(field + "[" + i + "]", () -> new ToolPattern(pattern));
            }
        }
    }
}
