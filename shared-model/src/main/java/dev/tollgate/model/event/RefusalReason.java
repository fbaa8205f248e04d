package dev.tollgate.model.event;

/** Why Tollgate did not forward a call. */
public enum RefusalReason {
    /** The key id exists, the secret is not one of its own. */
    WRONG_SECRET,
    /** A secret from before a rotation whose overlap has ended. */
    SECRET_ROTATED,
    KEY_REVOKED,
    KEY_EXPIRED,
    /** The tool does not exist or is not visible to the caller; which of the two is not told apart. */
    UNKNOWN_TOOL,
    /** The request is not well-formed. */
    INVALID_REQUEST,
    /** The upstream's circuit is open or its process cannot be started. */
    UPSTREAM_UNAVAILABLE,
    /** A bound on concurrent calls, body size or open streams was reached. */
    OVERLOADED,
    /** The event of the call could not be recorded. */
    UNRECORDABLE
}
