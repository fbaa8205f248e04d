package dev.tollgate.gateway.policy;

import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.model.condition.CallFacts;
import dev.tollgate.model.condition.Compilation;
import dev.tollgate.model.condition.CompiledCondition;
import dev.tollgate.model.condition.Condition;
import dev.tollgate.model.condition.ConditionFault;
import dev.tollgate.model.condition.Conditions;
import dev.tollgate.model.condition.Verdict;
import dev.tollgate.model.id.TenantId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** A snapshot's conditions: each distinct text compiled once, when a call first depends on it. */
final class CompiledConditions {
    /** Texts that are kept compiled; what is beyond that is compiled for each call. */
    static final int KEPT_MAX = 10_000;

    private static final Logger LOG = Logger.getLogger(CompiledConditions.class);

    private final TenantId tenant;
    private final Map<Condition, Compilation> compiled = new ConcurrentHashMap<>(4);

    private CompiledConditions(TenantId tenant) {
        this.tenant = tenant;
    }

    static CompiledConditions of(TenantSnapshot snapshot) {
        return snapshot.derived(CompiledConditions.class, of -> new CompiledConditions(of.tenant()));
    }

    /** Asks a condition of a call. One that does not compile never holds: it should not have come here. */
    Verdict ask(Condition condition, CallFacts facts) {
        return switch (get(condition)) {
            case CompiledCondition program -> program.of(facts);
            case ConditionFault _ -> Verdict.FAILED;
        };
    }

    private Compilation get(Condition condition) {
        Compilation known = compiled.get(condition);
        if (known != null) {
            return known;
        }
        return compiled.size() < KEPT_MAX ? compiled.computeIfAbsent(condition, this::compile) : compile(condition);
    }

    private Compilation compile(Condition condition) {
        Compilation result = Conditions.compile(condition);
        if (result instanceof ConditionFault fault) {
            LOG.warnf(
                    "a condition of tenant %s does not compile and never holds: fault in line %d, column %d",
                    tenant, fault.line(), fault.column());
        }
        return result;
    }
}
