package dev.tollgate.control.federation;

import dev.tollgate.control.persistence.OwnedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tenant's mapping; there is one row, and its id is the tenant's. */
@Entity
@Table(name = "people_mapping")
class MappingRow extends OwnedRow {
    @Id
    UUID id;

    @Column(name = "claim")
    @Nullable
    String claim;

    @Column(name = "person_claim")
    @Nullable
    String personClaim;

    /** A JSON array. */
    @Column(name = "rules", nullable = false)
    String rules;
}
