package dev.tollgate.control.tenant;

import dev.tollgate.control.identity.TenantContext;
import dev.tollgate.control.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** What the identity provider knows the tenant by. */
@ApplicationScoped
public class TenantOrganization {
    private final EntityManager entities;
    private final TenantContext tenant;

    TenantOrganization(EntityManager entities, TenantContext tenant) {
        this.entities = entities;
        this.tenant = tenant;
    }

    /** The id of the organization of the tenant that is asking. */
    @Transactional
    public String id() {
        return row().organizationId;
    }

    /** What nothing else in the realm is called that belongs to another tenant. */
    @Transactional
    public String slug() {
        return row().slug;
    }

    private TenantRow row() {
        TenantRow row = entities.find(TenantRow.class, tenant.id().value());
        if (row == null) {
            throw Refused.notFound();
        }
        return row;
    }
}
