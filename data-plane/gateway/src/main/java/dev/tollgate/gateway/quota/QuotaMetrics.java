package dev.tollgate.gateway.quota;

/** Counts what becomes of limits, for the operator. Called from any thread, so it must not block. */
public interface QuotaMetrics {
    /** A call waited for the ledger. */
    void waited(Outcome outcome, long nanos);

    /** Something was said to the ledger. */
    void said();

    /** Something was left out because a bound was reached. */
    void boundHit(String bound);

    /** What became of a call that waited. */
    enum Outcome {
        ADMITTED,
        REFUSED,
        GONE
    }
}
