package dev.tollgate.control.limit;

import dev.tollgate.control.persistence.OwnedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** What people were told last of a limit's use. */
@Entity
@Table(name = "quota_limit_told")
class ToldRow extends OwnedRow {
    @Id
    @Column(name = "limit_id")
    UUID limitId;

    @Column(name = "percent", nullable = false)
    int percent;
}
