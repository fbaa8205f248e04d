package dev.tollgate.model.token;

/**
 * What the model request that led to a call used, as its agent says; untrusted.
 *
 * @param input tokens read
 * @param output tokens written
 */
public record ParentUsage(long input, long output) {
    public ParentUsage {
        if (input < 0 || input > TokenCounts.EACH_MAX || output < 0 || output > TokenCounts.EACH_MAX) {
            throw new IllegalArgumentException("a count of tokens lies between 0 and " + TokenCounts.EACH_MAX
                    + ", not at " + input + " or " + output);
        }
    }
}
