package dev.tollgate.control.persistence;

import dev.tollgate.model.id.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;

/** What every resource's row has. Hibernate fills in the tenant and adds it to each of its own queries. */
@MappedSuperclass
public abstract class OwnedRow {
    /** Text in Java, {@code uuid} in the database: Quarkus hands Hibernate tenants as text. */
    @org.hibernate.annotations.TenantId
    @Column(name = "tenant_id", nullable = false, updatable = false)
    String tenantId;

    @Version
    @Column(name = "version", nullable = false)
    long version;

    @Column(name = "created_at", nullable = false, updatable = false)
    Instant createdAt = Times.now();

    public TenantId tenant() {
        return TenantId.of(tenantId);
    }

    public long version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
