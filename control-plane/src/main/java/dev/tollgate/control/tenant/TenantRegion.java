package dev.tollgate.control.tenant;

import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.Tenant;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;

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

    /** The tenant that is asking, if it is this one. */
    @Transactional
    public Optional<Tenant> find(TenantId tenant) {
        return Optional.ofNullable(entities.find(TenantRow.class, tenant.value()))
                .map(TenantRow::toApi);
    }

    /** Makes another region the tenant's home, when it has moved there. */
    @Transactional
    public void settle(TenantId tenant, Region region) {
        TenantRow row = entities.find(TenantRow.class, tenant.value());
        if (row == null) {
            throw Refused.notFound();
        }
        row.region = region.value();
    }
}
