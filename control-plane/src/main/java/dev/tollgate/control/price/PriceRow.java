package dev.tollgate.control.price;

import dev.tollgate.control.persistence.Ids;
import dev.tollgate.control.persistence.OwnedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A price's row: what it is for. What it says is in its versions. */
@Entity
@Table(name = "price")
class PriceRow extends OwnedRow {
    @Id
    UUID id = Ids.next();

    @Column(name = "server_id", nullable = false, updatable = false)
    UUID serverId;

    @Column(name = "tool_name", updatable = false)
    @Nullable
    String toolName;

    /** The price of the catalogue that it says; absent from one that the tenant set. */
    @Column(name = "catalogue_price_id", updatable = false)
    @Nullable
    UUID cataloguePriceId;

    /** The number of the version that was added last; none is given twice. */
    @Column(name = "latest", nullable = false)
    long latest;

    boolean isFromCatalogue() {
        return cataloguePriceId != null;
    }
}
