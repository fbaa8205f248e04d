package dev.tollgate.model.config;

import org.jspecify.annotations.Nullable;

/**
 * The most that one script of a tenant's agents may use, as the tenant says; what is absent is the operator's maximum.
 *
 * @param steps statements, calls and elements looked at
 * @param memoryBytes bytes allocated over the whole run, whether or not they were let go
 * @param outputBytes bytes printed, and bytes of the result
 * @param toolCalls calls of tools
 * @param seconds from its beginning to its end, tools waited for
 */
public record ScriptLimits(
        @Nullable Long steps,
        @Nullable Long memoryBytes,
        @Nullable Long outputBytes,
        @Nullable Integer toolCalls,
        @Nullable Integer seconds) {
    /** A tenant that says nothing. */
    public static final ScriptLimits NONE = new ScriptLimits(null, null, null, null, null);

    public ScriptLimits {
        positive("steps", steps);
        positive("memoryBytes", memoryBytes);
        positive("outputBytes", outputBytes);
        positive("toolCalls", toolCalls);
        positive("seconds", seconds);
    }

    private static void positive(String name, @Nullable Number value) {
        if (value != null && value.longValue() < 1) {
            throw new IllegalArgumentException(name + " of a script is at least 1, not " + value);
        }
    }
}
