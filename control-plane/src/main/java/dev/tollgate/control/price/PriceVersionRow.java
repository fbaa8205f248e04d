package dev.tollgate.control.price;

import dev.tollgate.control.persistence.Ids;
import dev.tollgate.control.persistence.OwnedRow;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.price.PriceVersion;
import dev.tollgate.model.wire.WireJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One version of a price. Only that it was withdrawn is ever written into it. */
@Entity
@Table(name = "price_version")
class PriceVersionRow extends OwnedRow {
    @Id
    UUID id = Ids.next();

    @Column(name = "price_id", nullable = false, updatable = false)
    UUID priceId;

    @Column(name = "number", nullable = false, updatable = false)
    long number;

    @Column(name = "effective_from", nullable = false, updatable = false)
    Instant effectiveFrom;

    @Column(name = "terms", nullable = false, updatable = false)
    String terms;

    @Column(name = "withdrawn_at")
    @Nullable
    Instant withdrawnAt;

    void says(PriceTerms wanted) {
        terms = new String(WireJson.encode(wanted), StandardCharsets.UTF_8);
    }

    PriceVersion toModel() {
        return new PriceVersion(
                number, effectiveFrom, WireJson.decode(terms.getBytes(StandardCharsets.UTF_8), PriceTerms.class));
    }
}
