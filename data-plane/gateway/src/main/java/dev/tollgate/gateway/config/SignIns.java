package dev.tollgate.gateway.config;

import dev.tollgate.model.config.EnvironmentConfig;
import dev.tollgate.model.config.PersonConfig;
import dev.tollgate.model.config.SignInConfig;
import dev.tollgate.model.id.EnvironmentId;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may come to a tenant without a key.
 *
 * @param config how they sign in; absent if nobody can
 * @param people by the issuer's id
 */
public record SignIns(@Nullable SignInConfig config, Map<String, PersonConfig> people) {
    public SignIns {
        people = Map.copyOf(people);
    }

    public @Nullable PersonConfig person(String id) {
        return people.get(id);
    }

    /** Where people come to: what the tenant says, else its oldest environment; null if that is not there. */
    @Nullable
    EnvironmentId environment(Map<EnvironmentId, EnvironmentConfig> environments) {
        EnvironmentId wanted = config == null ? null : config.environment();
        if (wanted != null) {
            return environments.containsKey(wanted) ? wanted : null;
        }
        return oldest(environments.keySet());
    }

    /** Ids are made in the order of time. */
    private static @Nullable EnvironmentId oldest(Set<EnvironmentId> ids) {
        return ids.stream().min(Comparator.comparing(EnvironmentId::toString)).orElse(null);
    }
}
