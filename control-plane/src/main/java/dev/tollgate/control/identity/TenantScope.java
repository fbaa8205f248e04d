package dev.tollgate.control.identity;

import dev.tollgate.model.id.TenantId;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs work for a tenant that no token names: what a consumer of Kafka does, or an operator for a new tenant. */
@ApplicationScoped
public class TenantScope {
    private final TenantContext context;

    TenantScope(TenantContext context) {
        this.context = context;
    }

    /** The work starts its own transaction: one that is already open belongs to the tenant of before. */
    public <T> T call(TenantId tenant, Supplier<T> work) {
        ManagedContext request = Arc.container().requestContext();
        boolean opened = !request.isActive();
        if (opened) {
            request.activate();
        }
        @Nullable TenantId before = context.find().orElse(null);
        try {
            context.bind(tenant);
            return work.get();
        } finally {
            context.bind(before);
            if (opened) {
                request.terminate();
            }
        }
    }

    public void run(TenantId tenant, Runnable work) {
        call(tenant, () -> {
            work.run();
            return tenant;
        });
    }
}
