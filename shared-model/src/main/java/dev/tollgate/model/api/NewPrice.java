package dev.tollgate.model.api;

import dev.tollgate.model.money.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A price as written by a client.
 *
 * @param toolName the tool's name on the server; absent for all its tools
 * @param perCall dollars as a decimal string
 * @param chargeFailures absent means false
 */
public record NewPrice(
        UUID serverId,
        @Nullable String toolName,
        Money perCall,
        @Nullable Boolean chargeFailures) {}
