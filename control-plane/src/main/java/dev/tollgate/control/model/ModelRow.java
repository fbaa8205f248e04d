package dev.tollgate.control.model;

import dev.tollgate.control.persistence.Ids;
import dev.tollgate.control.persistence.OwnedRow;
import dev.tollgate.model.token.TokenEncoding;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A model's row. What its tokens cost is in its versions. */
@Entity
@Table(name = "model")
class ModelRow extends OwnedRow {
    @Id
    UUID id = Ids.next();

    @Column(name = "name", nullable = false)
    String name;

    @Column(name = "encoding", nullable = false)
    String encoding;

    @Column(name = "standard", nullable = false)
    boolean standard;

    /** The number of the version that was added last; none is given twice. */
    @Column(name = "latest", nullable = false)
    long latest;

    TokenEncoding encoding() {
        return TokenEncoding.of(encoding);
    }
}
