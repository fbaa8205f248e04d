package dev.tollgate.gateway.policy;

import dev.tollgate.model.condition.Verdict;

/** Counts, for the operator, how conditions fare. Called on event loops, so it must not block. */
public interface ConditionMetrics {
    /** A condition gave no answer, whatever then became of the call. */
    void conditionUnanswered(Verdict why);

    /**
     * A named maximum was reached.
     *
     * @param bound one of few constant words
     */
    void boundHit(String bound);
}
