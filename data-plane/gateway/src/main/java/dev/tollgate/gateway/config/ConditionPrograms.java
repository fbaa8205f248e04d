package dev.tollgate.gateway.config;

import dev.tollgate.model.condition.Compilation;
import dev.tollgate.model.condition.CompiledCondition;
import dev.tollgate.model.condition.Condition;
import dev.tollgate.model.condition.ConditionFault;
import dev.tollgate.model.condition.Conditions;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the conditions of snapshots, each text once for as long as any snapshot has it: what stays from one revision to
 * the next is not compiled again, however many keys and tenants share it. Used by one thread.
 */
final class ConditionPrograms {
    /** Texts of one tenant that are compiled ahead of calls; compiling takes less than 1 ms, and all tenants wait for it. */
    static final int TENANT_MAX = 5_000;

    private final WeakHashMap<Condition, WeakReference<CompiledCondition>> known = new WeakHashMap<>();
    private final int tenantMax;

    ConditionPrograms() {
        this(TENANT_MAX);
    }

    ConditionPrograms(int tenantMax) {
        this.tenantMax = tenantMax;
    }

    /** The first {@link #TENANT_MAX} of a tenant's, compiled. */
    Map<Condition, Compilation> compile(Set<Condition> conditions) {
        Map<Condition, Compilation> programs = HashMap.newHashMap(conditions.size());
        conditions.stream().limit(tenantMax).forEach(condition -> programs.put(condition, compile(condition)));
        return programs;
    }

    private Compilation compile(Condition condition) {
        WeakReference<CompiledCondition> reference = known.get(condition);
        @Nullable CompiledCondition found = reference == null ? null : reference.get();
        if (found != null) {
            return found;
        }
        Compilation compiled = Conditions.compile(condition);
        switch (compiled) {
            // It holds its text, and so keeps its place here for as long as it is held itself.
            case CompiledCondition program -> known.put(program.condition(), new WeakReference<>(program));
            case ConditionFault _ -> {}
        }
        return compiled;
    }
}
