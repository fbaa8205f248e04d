package dev.tollgate.control.price;

import dev.tollgate.control.persistence.Ids;
import dev.tollgate.control.persistence.OwnedRow;
import dev.tollgate.model.api.Price;
import dev.tollgate.model.config.PriceConfig;
import dev.tollgate.model.id.PriceId;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A price's row. */
@Entity
@Table(name = "price")
class PriceRow extends OwnedRow {
    @Id
    UUID id = Ids.next();

    @Column(name = "server_id", nullable = false)
    UUID serverId;

    @Column(name = "tool_name")
    @Nullable
    String toolName;

    @Column(name = "per_call_nanos", nullable = false)
    long perCallNanos;

    @Column(name = "charge_failures", nullable = false)
    boolean chargeFailures;

    Price toApi(String serverName) {
        return new Price(
                id, serverId, serverName, toolName, new Money(perCallNanos), chargeFailures, createdAt(), version());
    }

    PriceConfig toConfig(TenantId tenant) {
        return new PriceConfig(
                tenant, new PriceId(id), new ServerId(serverId), toolName, new Money(perCallNanos), chargeFailures);
    }
}
