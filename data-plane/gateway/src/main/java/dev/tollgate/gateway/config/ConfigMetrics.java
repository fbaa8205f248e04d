package dev.tollgate.gateway.config;

/** Counts, for the operator, what becomes of configuration. */
public interface ConfigMetrics {
    /**
     * A tenant's revision from the topic is served.
     *
     * @param nanos from its head as it was read until calls are decided by it
     */
    void applied(long nanos);

    /** A revision came to be served with a condition that does not compile, and that the one before had not. */
    void brokenCondition();
}
