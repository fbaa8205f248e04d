package dev.tollgate.control.key;

import dev.tollgate.control.persistence.OwnedRow;
import dev.tollgate.control.web.Cursor;
import dev.tollgate.model.api.VirtualKey;
import dev.tollgate.model.config.ToolPattern;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.id.EnvironmentId;
import dev.tollgate.model.id.GroupId;
import dev.tollgate.model.id.KeyId;
import dev.tollgate.model.id.TenantId;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** A virtual key's row. */
@Entity
@Table(name = "virtual_key")
class KeyRow extends OwnedRow {
    private static final int BATCH = 200;

    @Id
    String id;

    @Column(name = "environment_id", nullable = false, updatable = false)
    UUID environmentId;

    @Column(name = "name", nullable = false)
    String name;

    @Column(name = "grants", nullable = false)
    List<String> grants;

    @ElementCollection
    @BatchSize(size = BATCH)
    @CollectionTable(name = "virtual_key_group", joinColumns = @JoinColumn(name = "key_id"))
    @Column(name = "group_id", nullable = false)
    Set<UUID> groups = new TreeSet<>();

    /** The oldest first; the last is the current one. */
    @ElementCollection
    @BatchSize(size = BATCH)
    @CollectionTable(name = "virtual_key_credential", joinColumns = @JoinColumn(name = "key_id"))
    @OrderBy("issuedAt")
    List<CredentialRow> credentials = new ArrayList<>();

    @Column(name = "expires_at")
    @Nullable
    Instant expiresAt;

    @Column(name = "rotated_at")
    @Nullable
    Instant rotatedAt;

    @Column(name = "revoked_at")
    @Nullable
    Instant revokedAt;

    @Column(name = "revoked_reason")
    @Nullable
    String revokedReason;

    KeyId keyId() {
        return new KeyId(id);
    }

    VirtualKey.State state(Instant now) {
        if (revokedAt != null) {
            return VirtualKey.State.REVOKED;
        }
        boolean expired = expiresAt != null && !now.isBefore(expiresAt);
        return expired ? VirtualKey.State.EXPIRED : VirtualKey.State.ACTIVE;
    }

    VirtualKey toApi(String environmentName, Instant now) {
        return new VirtualKey(
                id,
                name,
                environmentId,
                environmentName,
                "tg_" + environmentName + "_" + id + "_",
                grants,
                List.copyOf(new TreeSet<>(groups)),
                state(now),
                createdAt(),
                expiresAt,
                rotatedAt,
                revokedAt,
                revokedReason,
                version());
    }

    VirtualKeyConfig toConfig(TenantId tenant) {
        return new VirtualKeyConfig(
                tenant,
                keyId(),
                new EnvironmentId(environmentId),
                name,
                credentials.stream().map(CredentialRow::toConfig).toList(),
                grants.stream().map(ToolPattern::new).toList(),
                new TreeSet<>(groups).stream().map(GroupId::new).toList(),
                revokedAt != null,
                expiresAt);
    }

    Cursor cursor() {
        return new Cursor(name, id);
    }
}
