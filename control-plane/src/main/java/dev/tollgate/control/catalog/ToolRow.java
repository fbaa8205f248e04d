package dev.tollgate.control.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.control.persistence.Ids;
import dev.tollgate.control.persistence.OwnedRow;
import dev.tollgate.control.web.Cursor;
import dev.tollgate.model.api.Tool.State;
import dev.tollgate.model.config.CallApproval;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.id.ToolId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;

/** A tool's row. */
@Entity
@Table(name = "tool")
class ToolRow extends OwnedRow {
    @Id
    UUID id = Ids.next();

    @Column(name = "server_id", nullable = false, updatable = false)
    UUID serverId;

    @Column(name = "name", nullable = false, updatable = false)
    String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    State state;

    @Column(name = "definition", nullable = false)
    String definition;

    @Column(name = "definition_hash", nullable = false)
    String definitionHash;

    @Column(name = "approved_at")
    @Nullable
    Instant approvedAt;

    @Column(name = "pending_definition")
    @Nullable
    String pendingDefinition;

    @Column(name = "pending_hash")
    @Nullable
    String pendingHash;

    @Column(name = "rejected_hash")
    @Nullable
    String rejectedHash;

    @Column(name = "title")
    @Nullable
    String title;

    @Column(name = "description")
    @Nullable
    String description;

    @Column(name = "alias")
    @Nullable
    String alias;

    @Column(name = "description_override")
    @Nullable
    String descriptionOverride;

    @Enumerated(EnumType.STRING)
    @Column(name = "call_approval")
    @Nullable
    CallApproval callApproval;

    @Column(name = "first_seen_at", nullable = false, updatable = false)
    Instant firstSeenAt;

    /** Seeing a tool again does not make an admin's view of it stale. */
    @OptimisticLock(excluded = true)
    @Column(name = "last_seen_at", nullable = false)
    Instant lastSeenAt;

    ToolPin pin() {
        Optional<Definition> pending = Optional.ofNullable(pendingDefinition)
                .map(text -> new Definition(text, Objects.requireNonNull(pendingHash)));
        return new ToolPin(
                state,
                new Definition(definition, definitionHash),
                approvedAt != null,
                pending,
                Optional.ofNullable(rejectedHash));
    }

    /**
     * @param at when it came to this, noted if it is an approval
     */
    void pin(ToolPin pin, Instant at) {
        boolean newlyApproved =
                pin.approved() && (approvedAt == null || !pin.known().hash().equals(definitionHash));
        if (newlyApproved) {
            approvedAt = at;
        }
        state = pin.state();
        definition = pin.known().text();
        definitionHash = pin.known().hash();
        pendingDefinition = pin.pending().map(Definition::text).orElse(null);
        pendingHash = pin.pending().map(Definition::hash).orElse(null);
        rejectedHash = pin.rejected().orElse(null);
        Labels labels = Labels.of(definition);
        title = labels.title();
        description = labels.description();
    }

    ToolConfig toConfig(TenantId tenant) {
        return new ToolConfig(
                tenant,
                new ToolId(id),
                new ServerId(serverId),
                name,
                alias,
                descriptionOverride,
                definition,
                definitionHash,
                pendingInputSchema(),
                callApproval);
    }

    /** What arguments have to fit beside the approved definition, while a change of it waits. */
    private @Nullable String pendingInputSchema() {
        return pendingDefinition == null
                ? null
                : HostileJson.object(pendingDefinition)
                        .map(object -> object.path("inputSchema"))
                        .filter(JsonNode::isObject)
                        .map(JsonNode::toString)
                        .orElse("{}");
    }

    Cursor cursor() {
        return new Cursor(name, id.toString());
    }
}
