package dev.tollgate.control.key;

import dev.tollgate.control.group.Attachable;
import dev.tollgate.control.group.Patterns;
import dev.tollgate.control.persistence.OwnedRow;
import dev.tollgate.control.web.Cursor;
import dev.tollgate.model.api.KeyRotation;
import dev.tollgate.model.api.LastUse;
import dev.tollgate.model.api.VirtualKey;
import dev.tollgate.model.config.ContentLogging;
import dev.tollgate.model.config.SubjectRef;
import dev.tollgate.model.config.ToolMode;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.id.EnvironmentId;
import dev.tollgate.model.id.GroupId;
import dev.tollgate.model.id.KeyId;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.net.Cidr;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** A virtual key's row. */
@Entity
@Table(name = "virtual_key")
class KeyRow extends OwnedRow implements Attachable.Holder {
    /** What stands before a key's id where it is one of several sorts of things. */
    static final String TARGET = "key:";

    private static final int BATCH = 200;

    @Id
    String id;

    @Column(name = "environment_id", nullable = false, updatable = false)
    UUID environmentId;

    @Column(name = "name", nullable = false)
    String name;

    /** As {@link Patterns} writes them. */
    @Column(name = "grants", nullable = false)
    String grants;

    @Column(name = "owner", nullable = false)
    String owner;

    @Column(name = "model_provider")
    @Nullable
    String modelProvider;

    @Column(name = "sources", nullable = false)
    List<String> sources = List.of();

    @Enumerated(EnumType.STRING)
    @Column(name = "content_logging", nullable = false)
    ContentLogging contentLogging = ContentLogging.AS_ENVIRONMENT;

    @Enumerated(EnumType.STRING)
    @Column(name = "tool_mode")
    @Nullable
    ToolMode toolMode;

    @ElementCollection
    @BatchSize(size = BATCH)
    @CollectionTable(name = "virtual_key_label", joinColumns = @JoinColumn(name = "key_id"))
    @MapKeyColumn(name = "name")
    @Column(name = "value", nullable = false)
    Map<String, String> labels = new TreeMap<>();

    @ElementCollection
    @BatchSize(size = BATCH)
    @CollectionTable(name = "tool_group_attachment", joinColumns = @JoinColumn(name = "key_id"))
    @Column(name = "group_id", nullable = false)
    Set<UUID> groups = new TreeSet<>();

    /** The oldest first; the last is the current one. */
    @ElementCollection
    @BatchSize(size = BATCH)
    @CollectionTable(name = "virtual_key_credential", joinColumns = @JoinColumn(name = "key_id"))
    @OrderBy("issuedAt")
    List<CredentialRow> credentials = new ArrayList<>();

    @Column(name = "rotation_days")
    @Nullable
    Integer rotationDays;

    @Column(name = "rotation_overlap_seconds")
    @Nullable
    Long rotationOverlapSeconds;

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

    @Nullable
    KeyRotation rotation() {
        return rotationDays == null || rotationOverlapSeconds == null
                ? null
                : new KeyRotation(rotationDays, rotationOverlapSeconds);
    }

    void rotation(@Nullable KeyRotation wanted) {
        rotationDays = wanted == null ? null : wanted.everyDays();
        rotationOverlapSeconds = wanted == null ? null : wanted.overlapSeconds();
    }

    /** So long before the current secret ends that the next one overlaps with it. */
    @Nullable
    Instant rotationDueAt() {
        Instant end = credentials.getLast().notAfter;
        return end == null || rotationOverlapSeconds == null ? null : end.minusSeconds(rotationOverlapSeconds);
    }

    VirtualKey toApi(String environmentName, String ownerName, @Nullable LastUse lastUsed, Instant now) {
        return new VirtualKey(
                id,
                name,
                environmentId,
                environmentName,
                "tg_" + environmentName + "_" + id + "_",
                Patterns.read(grants),
                List.copyOf(new TreeSet<>(groups)),
                owner,
                ownerName,
                modelProvider,
                List.copyOf(sources),
                contentLogging,
                toolMode,
                new TreeMap<>(labels),
                state(now),
                createdAt(),
                expiresAt,
                rotation(),
                rotationDueAt(),
                rotatedAt,
                lastUsed,
                revokedAt,
                revokedReason,
                version());
    }

    @Override
    public String target() {
        return TARGET + id;
    }

    @Override
    public Set<UUID> groups() {
        return groups;
    }

    @Override
    public VirtualKeyConfig toConfig(TenantId tenant) {
        return new VirtualKeyConfig(
                tenant,
                keyId(),
                new EnvironmentId(environmentId),
                name,
                credentials.stream().map(CredentialRow::toConfig).toList(),
                Patterns.toConfig(Patterns.read(grants)),
                new TreeSet<>(groups).stream().map(GroupId::new).toList(),
                SubjectRef.parse(owner),
                modelProvider == null ? null : new Slug(modelProvider),
                sources.stream().map(Cidr::of).toList(),
                contentLogging,
                revokedAt != null,
                expiresAt,
                toolMode);
    }

    Cursor cursor() {
        return new Cursor(name, id);
    }
}
