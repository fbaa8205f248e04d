package dev.tollgate.model.config;

import dev.tollgate.model.id.PriceId;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a call costs. A price of a tool goes before the price of its server; without either a call is free.
 *
 * @param toolName the upstream name of the tool; absent if the price holds for the whole server
 * @param chargeFailures whether a call that reached the server and failed (tool error, upstream error, time-out) is
 *     charged too; refused calls never are
 */
public record PriceConfig(
        TenantId tenant,
        PriceId id,
        ServerId server,
        @Nullable String toolName,
        Money perCall,
        boolean chargeFailures) implements ConfigResource {
    public PriceConfig {
        if (perCall.isNegative()) {
            throw new IllegalArgumentException("a price is not negative: " + perCall);
        }
    }

    @Override
    public ConfigKind kind() {
        return ConfigKind.PRICE;
    }

    @Override
    public String resourceId() {
        return id.toString();
    }
}
