package dev.tollgate.control.tenant;

import dev.tollgate.control.web.Refused;
import dev.tollgate.model.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Where a tenant is at home. */
@ApplicationScoped
public class TenantRegion {
    private final EntityManager entities;

    TenantRegion(EntityManager entities) {
        this.entities = entities;
    }

    /** The region of the tenant that is asking; another's is not found. */
    @Transactional
    public String of(TenantId tenant) {
        TenantRow row = entities.find(TenantRow.class, tenant.value());
        if (row == null) {
            throw Refused.notFound();
        }
        return row.region;
    }
}
