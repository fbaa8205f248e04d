package dev.tollgate.model.api;

/**
 * The tokens of a report's calls.
 *
 * @param definitions each call's own, added up: of all tools that its caller is listed
 */
public record SpendTokens(long definitions, long arguments, long result) {
    public static final SpendTokens NONE = new SpendTokens(0, 0, 0);

    public SpendTokens plus(SpendTokens other) {
        return new SpendTokens(
                Math.addExact(definitions, other.definitions),
                Math.addExact(arguments, other.arguments),
                Math.addExact(result, other.result));
    }

    public long all() {
        return Math.addExact(Math.addExact(definitions, arguments), result);
    }
}
