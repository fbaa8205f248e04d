package dev.tollgate.model.health;

/** Why an upstream left a call without an answer. */
public enum FailureCause {
    /** It is not called: not allowed, or its process cannot be started. */
    UNAVAILABLE,
    /** As many calls wait for it as may. */
    OVERLOADED,
    /** There was no connection, or it would not begin a session, or it refused the call. */
    UNREACHABLE,
    TIMEOUT,
    /** The answer broke off, or was none. */
    BROKEN,
    TOO_LARGE
}
