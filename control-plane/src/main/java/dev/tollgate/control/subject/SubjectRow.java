package dev.tollgate.control.subject;

import dev.tollgate.control.group.Attachable;
import dev.tollgate.control.persistence.Ids;
import dev.tollgate.control.persistence.OwnedRow;
import dev.tollgate.control.publish.Change;
import dev.tollgate.control.web.Cursor;
import dev.tollgate.model.api.Subject;
import dev.tollgate.model.config.SubjectConfig;
import dev.tollgate.model.config.SubjectKind;
import dev.tollgate.model.config.SubjectRef;
import dev.tollgate.model.id.GroupId;
import dev.tollgate.model.id.TenantId;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** A subject's row. It stays behind when the subject is deleted, because its keys name it. */
@Entity
@Table(name = "subject")
class SubjectRow extends OwnedRow implements Attachable.Holder {
    private static final int BATCH = 200;

    @Id
    UUID id = Ids.next();

    @Column(name = "kind", nullable = false, updatable = false)
    String kind;

    @Column(name = "ref", nullable = false, updatable = false)
    String ref;

    @Column(name = "name", nullable = false)
    String name;

    @Column(name = "parent")
    @Nullable
    String parent;

    @ElementCollection
    @BatchSize(size = BATCH)
    @CollectionTable(name = "tool_group_attachment", joinColumns = @JoinColumn(name = "subject_id"))
    @Column(name = "group_id", nullable = false)
    Set<UUID> groups = new TreeSet<>();

    @Column(name = "deleted_at")
    @Nullable
    Instant deletedAt;

    /** Since when a user may not act; gateways do not know them meanwhile. */
    @Column(name = "suspended_at")
    @Nullable
    Instant suspendedAt;

    /**
     * @param slug the id, for the kinds that people name
     */
    static SubjectRow of(SubjectKind kind, @Nullable String slug, String name) {
        SubjectRow row = new SubjectRow();
        row.kind = kind.text();
        row.ref = (slug == null ? SubjectRef.of(kind, row.id) : new SubjectRef(kind, slug)).toString();
        row.name = name;
        return row;
    }

    SubjectKind subjectKind() {
        return SubjectKind.of(kind);
    }

    SubjectRef subjectRef() {
        return SubjectRef.parse(ref);
    }

    Subject toApi(@Nullable String parentName, long keyCount) {
        List<UUID> attached = List.copyOf(new TreeSet<>(groups));
        return new Subject(ref, kind, name, parent, parentName, attached, keyCount, createdAt(), deletedAt, version());
    }

    @Override
    public String target() {
        return ref;
    }

    @Override
    public Set<UUID> groups() {
        return groups;
    }

    @Override
    public SubjectConfig toConfig(TenantId tenant) {
        return new SubjectConfig(
                tenant,
                subjectRef(),
                name,
                parent == null ? null : SubjectRef.parse(parent),
                new TreeSet<>(groups).stream().map(GroupId::new).toList());
    }

    @Override
    public void publish(Change change) {
        if (suspendedAt == null) {
            change.put(toConfig(change.tenant()));
        }
    }

    Cursor cursor() {
        return new Cursor(name, id.toString());
    }
}
