package dev.tollgate.model.api;

import dev.tollgate.model.money.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A price.
 */
public record Price(
        UUID id,
        UUID serverId,
        String serverName,
        @Nullable String toolName,
        Money perCall,
        boolean chargeFailures,
        Instant createdAt,
        long version) {}
