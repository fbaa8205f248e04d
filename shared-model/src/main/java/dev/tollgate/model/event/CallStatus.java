package dev.tollgate.model.event;

/** How an attempt ended. */
public enum CallStatus {
    /** The upstream answered with a result. */
    OK,
    /** The upstream answered with a result whose {@code isError} is true. */
    TOOL_ERROR,
    /** The upstream answered with a JSON-RPC error, could not be reached or broke off. */
    UPSTREAM_ERROR,
    /** The upstream did not answer within the server's time-out. */
    TIMEOUT,
    /** Tollgate did not forward it. */
    REFUSED,
    /** The caller went away before the answer. */
    CANCELLED;

    /** Whether the call was forwarded to an upstream, answered or not. */
    public boolean reachedUpstream() {
        return this != REFUSED;
    }
}
