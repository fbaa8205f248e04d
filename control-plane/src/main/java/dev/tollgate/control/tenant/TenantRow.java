package dev.tollgate.control.tenant;

import dev.tollgate.control.persistence.Times;
import dev.tollgate.model.api.Tenant;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A tenant's own row; the wall around it is its id rather than a tenant column. */
@Entity
@Table(name = "tenant")
class TenantRow {
    @Id
    UUID id;

    @Column(name = "slug", nullable = false)
    String slug;

    @Column(name = "name", nullable = false)
    String name;

    @Column(name = "region", nullable = false)
    String region;

    @Column(name = "organization_id", nullable = false)
    String organizationId;

    @Column(name = "created_at", nullable = false)
    Instant createdAt = Times.now();

    @Version
    @Column(name = "version", nullable = false)
    long version;

    Tenant toApi() {
        return new Tenant(id, slug, name, region, createdAt, version);
    }
}
