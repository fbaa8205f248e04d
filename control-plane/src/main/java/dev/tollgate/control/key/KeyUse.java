package dev.tollgate.control.key;

import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.KeyId;
import dev.tollgate.model.id.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a gateway accepted a key.
 *
 * @param agent the client's own name for itself; untrusted
 */
public record KeyUse(
        TenantId tenant,
        KeyId key,
        Instant at,
        GatewayId gateway,
        @Nullable String agent) {}
