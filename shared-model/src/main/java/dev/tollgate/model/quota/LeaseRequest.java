package dev.tollgate.model.quota;

import dev.tollgate.model.id.GatewayId;
import java.time.Instant;
import java.util.Objects;

/**
 * Asks for a slice. It is repeated, with another time, until an answer comes.
 *
 * @param atLeast what serves; with less the gateway could do nothing
 * @param wanted what would be good, by the rate at which it spends
 * @param askedAt by the gateway's clock
 */
public record LeaseRequest(LeaseId lease, GatewayId gateway, long atLeast, long wanted, Instant askedAt)
        implements QuotaRequest {
    public LeaseRequest {
        Objects.requireNonNull(lease, "lease");
        Objects.requireNonNull(gateway, "gateway");
        Objects.requireNonNull(askedAt, "askedAt");
        if (atLeast < 1 || wanted < atLeast) {
            throw new IllegalArgumentException(
                    "a gateway asks for 1 or more, and wants no less than it needs, not " + atLeast + " and " + wanted);
        }
    }
}
