package dev.tollgate.model.health;

/** How an upstream does, as one gateway finds it in its calls. */
public enum UpstreamState {
    /** It answered the last call, and has not failed for some minutes. */
    HEALTHY,
    /** It answers, and has failed of late; or it has just begun to fail. */
    DEGRADED,
    /** It has left several calls in a row without an answer, or every one so far. */
    FAILING,
    /** It is not called for the moment, because it could not be reached several times in a row. */
    BREAKER_OPEN
}
