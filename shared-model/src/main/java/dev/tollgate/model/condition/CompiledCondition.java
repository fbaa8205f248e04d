package dev.tollgate.model.condition;

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
        try {
            Object answer = program.trace(facts.asVariables(), new Cost());
            return Boolean.TRUE.equals(answer) ? Verdict.HOLDS : Verdict.DOES_NOT_HOLD;
        } catch (CelEvaluationException | Cost.Exceeded e) {
            return Verdict.FAILED;
        }
    }
}
