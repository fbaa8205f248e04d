package dev.tollgate.model.wire;

import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A gateway's word on a tenant's revision; record key: tenant/gateway.
 *
 * @param revision the revision it serves now
 * @param rejectedRevision a later one that it refused; absent if it refused none
 * @param rejection why it refused; present exactly with {@code rejectedRevision}
 * @param epoch of the revision that it serves; absent if it is 0
 */
public record TenantApplied(
        TenantId tenant,
        GatewayId gateway,
        UUID boot,
        long revision,
        Instant at,
        @Nullable Long rejectedRevision,
        @Nullable String rejection,
        @Nullable Long epoch) {
    public TenantApplied {
        if ((rejectedRevision == null) != (rejection == null)) {
            throw new IllegalArgumentException("a rejected revision and its reason stand together");
        }
    }

    /** The key of its record. */
    public String key() {
        return tenant + "/" + gateway;
    }
}
