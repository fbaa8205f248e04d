package dev.tollgate.gateway.policy;

import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.model.condition.CallFacts;
import dev.tollgate.model.condition.Compilation;
import dev.tollgate.model.condition.CompiledCondition;
import dev.tollgate.model.condition.Condition;
import dev.tollgate.model.condition.ConditionFault;
import dev.tollgate.model.condition.Conditions;
import dev.tollgate.model.condition.Verdict;
import java.util.List;

/** The conditions of a key's grants on one tool, as the snapshot has compiled them. One that holds is enough. */
final class GrantConditions {
    private final List<Condition> anyOf;
    private final TenantSnapshot snapshot;

    GrantConditions(List<Condition> anyOf, TenantSnapshot snapshot) {
        this.anyOf = anyOf;
        this.snapshot = snapshot;
    }

    /** What they say of a call together: the first that has no answer tells more than those that do not hold. */
    Verdict ask(CallFacts facts, ConditionMetrics metrics) {
        Verdict all = Verdict.DOES_NOT_HOLD;
        for (Condition condition : anyOf) {
            Verdict one = ask(condition, facts, metrics);
            if (one == Verdict.HOLDS) {
                return one;
            }
            if (!one.isAnswer()) {
                metrics.conditionUnanswered(one);
                all = all.isAnswer() ? one : all;
            }
        }
        return all;
    }

    private Verdict ask(Condition condition, CallFacts facts, ConditionMetrics metrics) {
        Compilation compiled = snapshot.condition(condition);
        if (compiled == null) {
            metrics.boundHit("conditions");
            compiled = Conditions.compile(condition);
        }
        return switch (compiled) {
            case CompiledCondition program -> program.of(facts);
            case ConditionFault _ -> Verdict.BROKEN;
        };
    }
}
