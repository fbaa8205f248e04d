package dev.tollgate.model.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tollgate.model.id.PriceId;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.FailureCharges;
import dev.tollgate.model.price.PriceHistory;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.price.PriceVersion;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a call costs. A price of a tool goes before the price of its server; without either a call is free.
 *
 * @param toolName the upstream name of the tool; absent if the price holds for the whole server
 * @param versions the one that holds and those to come, by their numbers; a call has the one that held when it began
 */
public record PriceConfig(
        TenantId tenant,
        PriceId id,
        ServerId server,
        @Nullable String toolName,
        List<PriceVersion> versions) implements ConfigResource {
    public PriceConfig {
        versions = new PriceHistory(versions).versions();
    }

    /** As it is read: until prices had versions, there was one for ever, of an amount per call. */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static PriceConfig read(
            @JsonProperty(value = "tenant", required = true) TenantId tenant,
            @JsonProperty(value = "id", required = true) PriceId id,
            @JsonProperty(value = "server", required = true) ServerId server,
            @JsonProperty("toolName") @Nullable String toolName,
            @JsonProperty("versions") @Nullable List<PriceVersion> versions,
            @JsonProperty("perCall") @Nullable Money perCall,
            @JsonProperty("chargeFailures") @Nullable Boolean chargeFailures) {
        return new PriceConfig(
                tenant,
                id,
                server,
                toolName,
                versions != null
                        ? versions
                        : List.of(unversioned(Objects.requireNonNull(perCall), Boolean.TRUE.equals(chargeFailures))));
    }

    private static PriceVersion unversioned(Money perCall, boolean chargeFailures) {
        FailureCharges failures = chargeFailures ? FailureCharges.AS_USUAL : FailureCharges.FREE;
        return new PriceVersion(1, Instant.EPOCH, PriceTerms.perCall(perCall, failures));
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
