package dev.tollgate.control.model;

import dev.tollgate.control.persistence.Ids;
import dev.tollgate.control.persistence.OwnedRow;
import dev.tollgate.model.price.ModelRates;
import dev.tollgate.model.price.ModelVersion;
import dev.tollgate.model.wire.WireJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One version of a model's rates. Only that it was withdrawn is ever written into it. */
@Entity
@Table(name = "model_version")
class ModelVersionRow extends OwnedRow {
    @Id
    UUID id = Ids.next();

    @Column(name = "model_id", nullable = false, updatable = false)
    UUID modelId;

    @Column(name = "number", nullable = false, updatable = false)
    long number;

    @Column(name = "effective_from", nullable = false, updatable = false)
    Instant effectiveFrom;

    @Column(name = "rates", nullable = false, updatable = false)
    String rates;

    @Column(name = "withdrawn_at")
    @Nullable
    Instant withdrawnAt;

    void says(ModelRates wanted) {
        rates = new String(WireJson.encode(wanted), StandardCharsets.UTF_8);
    }

    ModelVersion toModel() {
        return new ModelVersion(
                number, effectiveFrom, WireJson.decode(rates.getBytes(StandardCharsets.UTF_8), ModelRates.class));
    }
}
