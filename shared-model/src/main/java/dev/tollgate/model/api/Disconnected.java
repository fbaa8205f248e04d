package dev.tollgate.model.api;

/**
 * A connection that is no more: gateways use nothing of it, and Tollgate keeps nothing of it that could be used.
 *
 * @param provider whether the provider knows
 */
public record Disconnected(AtProvider provider) {
    /** What became of telling the provider. */
    public enum AtProvider {
        REVOKED,
        /** It has no way to be told; its tokens run out by themselves. */
        TAKES_NONE,
        /** It did not answer and is told again for a day and a half. */
        TOLD_LATER,
        /** There was nothing to revoke, or it could not be opened. */
        NOT_TOLD
    }
}
