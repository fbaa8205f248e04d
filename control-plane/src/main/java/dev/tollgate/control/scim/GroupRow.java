package dev.tollgate.control.scim;

import dev.tollgate.control.persistence.Ids;
import dev.tollgate.control.persistence.OwnedRow;
import dev.tollgate.control.persistence.Times;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** A group's row. */
@Entity(name = "ScimGroupRow")
@Table(name = "scim_group")
class GroupRow extends OwnedRow {
    private static final int BATCH = 100;

    @Id
    UUID id = Ids.next();

    @Column(name = "display_name", nullable = false)
    String displayName;

    @Column(name = "external_id")
    @Nullable
    String externalId;

    /** Ids of people. */
    @ElementCollection
    @BatchSize(size = BATCH)
    @CollectionTable(name = "scim_group_member", joinColumns = @JoinColumn(name = "group_id"))
    @Column(name = "user_id", nullable = false)
    Set<String> members = new TreeSet<>();

    @Column(name = "modified_at", nullable = false)
    Instant modifiedAt = Times.now();
}
