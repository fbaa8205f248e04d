package dev.tollgate.model.condition;

import dev.cel.common.CelErrorCode;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;

/** A condition ready to be asked, by any number of threads at once. */
public final class CompiledCondition implements Compilation {
    private final Condition condition;
    private final CelRuntime.Program program;

    CompiledCondition(Condition condition, CelRuntime.Program program) {
        this.condition = condition;
        this.program = program;
    }

    public Condition condition() {
        return condition;
    }

    /** Asks it of one call; bounded by {@link Cost}. */
    public Verdict of(CallFacts facts) {
        Cost cost = new Cost();
        try {
            Object answer = program.trace(facts.asVariables(), cost);
            return Boolean.TRUE.equals(answer) ? Verdict.HOLDS : Verdict.DOES_NOT_HOLD;
        } catch (CelEvaluationException | Cost.Exceeded e) {
            return cost.isExceeded() || isEndless(e) ? Verdict.TOO_COSTLY : Verdict.FAILED;
        }
    }

    private static boolean isEndless(Exception failure) {
        return failure instanceof CelEvaluationException evaluation
                && evaluation.getErrorCode() == CelErrorCode.ITERATION_BUDGET_EXCEEDED;
    }
}
