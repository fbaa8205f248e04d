package dev.tollgate.model.event;

/** Why Tollgate did not forward a call. */
public enum RefusalReason {
    /** The key id exists, the secret is not one of its own. */
    WRONG_SECRET,
    /** A secret from before a rotation whose overlap has ended. */
    SECRET_ROTATED,
    KEY_REVOKED,
    KEY_EXPIRED,
    /** The access token of someone who signed in is over. */
    TOKEN_EXPIRED,
    /** The access token is from before its client's grant was revoked, or its person's session or sign-ins were ended. */
    GRANT_REVOKED,
    /** The person is known, and may not use the tenant now. */
    USER_DISABLED,
    /** The access token does not cover what was asked for. */
    SCOPE_MISSING,
    /** The tool does not exist or is not visible to the caller; which of the two is not told apart. */
    UNKNOWN_TOOL,
    /** The tool is visible, but no condition under which the key may call it holds for this call. */
    CONDITION_NOT_MET,
    /** As above, and one of them could not be decided: what it looks at is missing, of another type, ambiguous or too large. */
    CONDITION_FAILED,
    /** As above, and one of them went beyond what its evaluation may cost. */
    CONDITION_TOO_COSTLY,
    /** As above, and one of them is none that the gateway can evaluate. */
    CONDITION_BROKEN,
    /** The key is not accepted from the agent's network address. */
    SOURCE_NOT_ALLOWED,
    /** The server has changed the tool, the change waits for approval, and the arguments do not fit it. */
    DEFINITION_CHANGED,
    /** Somebody is to be asked before the tool is called, and did not agree or could not be asked. */
    NOT_APPROVED,
    /** The gateway's configuration is older than the tenant allows. */
    SNAPSHOT_STALE,
    /** The tenant is served by another region now, or not yet by this one. */
    OTHER_REGION,
    /** Each person reaches the server by a connection of their own, and the caller is no person. */
    NO_PERSON,
    /** The caller's person has no connection to the server. */
    NOT_CONNECTED,
    /** The caller's person does not allow the client to use their connection. */
    CLIENT_NOT_ALLOWED,
    /** The caller's person has a connection that serves no longer. */
    CONNECTION_NEEDS_ATTENTION,
    /** The request is not well-formed. */
    INVALID_REQUEST,
    /** The upstream's circuit is open or its process cannot be started. */
    UPSTREAM_UNAVAILABLE,
    /** Of a limit on money or tokens too little is left for what the call may cost. */
    BUDGET_EXHAUSTED,
    /** A limit on calls lets no more through now. */
    RATE_LIMITED,
    /** A limit holds for the call, and the gateway has nothing of it in hand and did not hear from the ledger in time. */
    LEDGER_UNHEARD,
    /** A bound on concurrent calls, body size or open streams was reached. */
    OVERLOADED,
    /** The event of the call could not be recorded. */
    UNRECORDABLE
}
