package dev.tollgate.gateway.event;

import dev.tollgate.model.id.EnvironmentId;
import dev.tollgate.model.id.KeyId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose attempt it was: the key, its environment, and the subjects that it belongs to, with their names at the time.
 * Absent members are those that the key does not have, or that the attempts of a summary do not share.
 */
public record Holder(
        @Nullable EnvironmentId environment,
        @Nullable String environmentName,
        @Nullable KeyId key,
        @Nullable String keyName,
        @Nullable String tier,
        @Nullable UUID customer,
        @Nullable String customerName,
        @Nullable UUID team,
        @Nullable String teamName,
        @Nullable UUID user,
        @Nullable String userName,
        @Nullable UUID service,
        @Nullable String serviceName) {
    /** Of several keys. */
    public static final Holder SEVERAL =
            new Holder(null, null, null, null, null, null, null, null, null, null, null, null, null);
}
