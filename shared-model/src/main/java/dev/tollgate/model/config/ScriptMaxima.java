package dev.tollgate.model.config;

import org.jspecify.annotations.Nullable;

/** The most that an operator lets one script use, whoever's it is; members as in {@link ScriptLimits}. */
public record ScriptMaxima(long steps, long memoryBytes, long outputBytes, int toolCalls, int seconds) {
    public ScriptMaxima {
        new ScriptLimits(steps, memoryBytes, outputBytes, toolCalls, seconds);
    }

    /** What a tenant's scripts may use: no more than this, whatever was published when the operator allowed more. */
    public ScriptMaxima within(@Nullable ScriptLimits wanted) {
        return wanted == null
                ? this
                : new ScriptMaxima(
                        least(steps, wanted.steps()),
                        least(memoryBytes, wanted.memoryBytes()),
                        least(outputBytes, wanted.outputBytes()),
                        (int) least(toolCalls, wanted.toolCalls()),
                        (int) least(seconds, wanted.seconds()));
    }

    private static long least(long most, @Nullable Number wanted) {
        return wanted == null ? most : Math.min(most, wanted.longValue());
    }
}
