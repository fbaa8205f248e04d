package dev.tollgate.gateway.token;

/** Counts what becomes of counting, for the operator. Called from any thread, so it must not block. */
public interface TokenMetrics {
    /** The tokens of a call were counted, which took so long without the wait before it. */
    void tokensCounted(long nanos);

    /** They were estimated. */
    void tokensEstimated(Estimated why);

    /** Something was left out because a bound was reached. */
    void boundHit(String bound);

    /** Why a call's tokens are an estimate. */
    enum Estimated {
        /** The model's own encoding is none. */
        ENCODING,
        /** The call's text is longer than is counted. */
        SIZE,
        /** Too many definitions are new to be counted for one call. */
        DEFINITIONS,
        /** As many calls wait to be counted as may. */
        BUSY,
        /** It would have waited for longer than calls do. */
        LATE,
        /** It is no UTF-8, or nothing that can be counted. */
        TEXT
    }
}
