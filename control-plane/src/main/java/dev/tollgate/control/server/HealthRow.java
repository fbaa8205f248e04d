package dev.tollgate.control.server;

import dev.tollgate.model.api.ServerHealth;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** What was last found when a gateway looked at a server. */
@Entity
@Table(name = "server_health")
class HealthRow {
    @Id
    @Column(name = "server_id")
    UUID serverId;

    @TenantId
    @Column(name = "tenant_id", nullable = false, updatable = false)
    String tenantId;

    @Column(name = "checked_at", nullable = false)
    Instant checkedAt;

    @Column(name = "upstream_name")
    @Nullable
    String upstreamName;

    @Column(name = "upstream_version")
    @Nullable
    String upstreamVersion;

    @Column(name = "protocol_version")
    @Nullable
    String protocolVersion;

    @Column(name = "stage")
    @Nullable
    String stage;

    @Column(name = "message")
    @Nullable
    String message;

    ServerHealth toApi() {
        ServerHealth.State state = stage == null ? ServerHealth.State.HEALTHY : ServerHealth.State.FAILING;
        return new ServerHealth(state, checkedAt, upstreamName, protocolVersion, stage, message, 0, 0);
    }
}
