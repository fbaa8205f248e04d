package dev.tollgate.bench.load;

/** What one call came to. Only {@link #RIGHT} counts as throughput and latency. */
public enum Verdict {
    RIGHT,
    /** Another status than 200. */
    STATUS,
    /** The answer is to another request, or carries no id. */
    ID,
    /** A JSON-RPC error, or a result that is a tool error. */
    ERROR,
    /** No result, or one without the call's own marker. */
    MARKER,
    /** The connection broke, or what came was not HTTP. */
    BROKEN,
    /** No answer until the run was over. */
    UNANSWERED
}
