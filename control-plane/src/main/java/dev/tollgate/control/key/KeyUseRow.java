package dev.tollgate.control.key;

import dev.tollgate.model.api.LastUse;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** When a key was used last; written by {@link KeyUses} alone. */
@Entity
@Immutable
@Table(name = "virtual_key_use")
class KeyUseRow {
    @Id
    @Column(name = "key_id")
    String keyId;

    @TenantId
    @Column(name = "tenant_id", nullable = false, updatable = false)
    String tenantId;

    @Column(name = "used_at", nullable = false)
    Instant usedAt;

    @Column(name = "gateway", nullable = false)
    String gateway;

    @Column(name = "agent")
    @Nullable
    String agent;

    LastUse toApi() {
        return new LastUse(usedAt, gateway, agent);
    }
}
