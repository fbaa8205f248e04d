package dev.tollgate.control.group;

import dev.tollgate.control.persistence.Ids;
import dev.tollgate.control.persistence.OwnedRow;
import dev.tollgate.control.web.Cursor;
import dev.tollgate.model.api.ToolGroup;
import dev.tollgate.model.config.ToolGroupConfig;
import dev.tollgate.model.config.ToolMode;
import dev.tollgate.model.id.GroupId;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.id.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tool group's row. */
@Entity
@Table(name = "tool_group")
class GroupRow extends OwnedRow {
    @Id
    UUID id = Ids.next();

    @Column(name = "name", nullable = false)
    String name;

    @Column(name = "description")
    @Nullable
    String description;

    /** As {@link Patterns} writes them. */
    @Column(name = "patterns", nullable = false)
    String patterns;

    @Enumerated(EnumType.STRING)
    @Column(name = "tool_mode")
    @Nullable
    ToolMode toolMode;

    /** How often it was attached anew, which makes it another version each time. */
    @Column(name = "attachments", nullable = false)
    int attachments;

    ToolGroup toApi(List<String> attachedTo) {
        return new ToolGroup(
                id, name, description, Patterns.read(patterns), toolMode, attachedTo, createdAt(), version());
    }

    ToolGroupConfig toConfig(TenantId tenant) {
        return new ToolGroupConfig(
                tenant, new GroupId(id), new Slug(name), Patterns.toConfig(Patterns.read(patterns)), toolMode);
    }

    Cursor cursor() {
        return new Cursor(name, id.toString());
    }
}
