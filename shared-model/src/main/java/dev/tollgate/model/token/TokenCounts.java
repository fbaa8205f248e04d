package dev.tollgate.model.token;

/**
 * The tokens of one call.
 *
 * @param definitions of all tools that its caller is listed: a model reads them with each of its requests
 * @param arguments which a model wrote
 * @param result which a model reads
 */
public record TokenCounts(long definitions, long arguments, long result) {
    /** Far beyond what a message can hold, and far from where sums overflow. */
    public static final long EACH_MAX = 1_000_000_000;

    public TokenCounts {
        check(definitions);
        check(arguments);
        check(result);
    }

    private static void check(long count) {
        if (count < 0 || count > EACH_MAX) {
            throw new IllegalArgumentException(
                    "a count of tokens lies between 0 and " + EACH_MAX + ", not at " + count);
        }
    }
}
