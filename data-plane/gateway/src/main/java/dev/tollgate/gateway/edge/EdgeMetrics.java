package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.identity.Identification.Cause;
import dev.tollgate.gateway.policy.ConditionMetrics;

/** Counts, for the operator, what never becomes an attempt of a tenant. Called on event loops, so it must not block. */
public interface EdgeMetrics extends ConditionMetrics {
    /** A request without a key that exists. */
    void unknownKey(Cause cause);

    /**
     * A request that is not what it must be.
     *
     * @param why one of few constant words
     */
    void refused(String why);
}
