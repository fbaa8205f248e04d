package dev.tollgate.control.persistence;

import dev.tollgate.control.identity.TenantContext;
import dev.tollgate.model.id.TenantId;
import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells Hibernate which tenant's rows a session reads and writes. */
@ApplicationScoped
@PersistenceUnitExtension
class RowTenant implements TenantResolver {
    /** No tenant has it, so a session without a tenant finds nothing. */
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    private final TenantContext context;

    RowTenant(TenantContext context) {
        this.context = context;
    }

    @Override
    public String getDefaultTenantId() {
        return NOBODY;
    }

    @Override
    public String resolveTenantId() {
        boolean bound = Arc.container().requestContext().isActive();
        return bound ? context.find().map(TenantId::toString).orElse(NOBODY) : NOBODY;
    }
}
