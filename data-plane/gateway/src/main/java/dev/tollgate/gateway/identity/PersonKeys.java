package dev.tollgate.gateway.identity;

import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.model.config.ContentLogging;
import dev.tollgate.model.config.PersonConfig;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.id.EnvironmentId;
import dev.tollgate.model.id.KeyId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.key.DerivedKeyId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * People as the rule of visibility knows callers: someone who signed in is the holder of a key that belongs to them, has no
 * grants of its own, and cannot be presented. So there is one rule, and one view of a person at a revision whatever client
 * they use.
 */
final class PersonKeys {
    private static final String NAME = "sign-in";

    private final Map<String, VirtualKeyConfig> byPerson = new ConcurrentHashMap<>(4);

    /** Null if the tenant has no environment to come to. */
    static @Nullable VirtualKeyConfig of(TenantSnapshot snapshot, PersonConfig person) {
        Map<String, VirtualKeyConfig> known = snapshot.derived(PersonKeys.class, _ -> new PersonKeys()).byPerson;
        VirtualKeyConfig key = known.get(person.id());
        if (key != null) {
            return key;
        }
        EnvironmentId environment = snapshot.signInEnvironment();
        return environment == null
                ? null
                : known.computeIfAbsent(person.id(), _ -> make(snapshot.tenant(), environment, person));
    }

    private static VirtualKeyConfig make(TenantId tenant, EnvironmentId environment, PersonConfig person) {
        return new VirtualKeyConfig(
                tenant,
                id(tenant, person.id()),
                environment,
                NAME,
                List.of(),
                List.of(),
                List.of(),
                person.subject(),
                null,
                List.of(),
                ContentLogging.AS_ENVIRONMENT,
                false,
                null);
    }

    /** The same at every gateway and revision, as what is sealed for the caller is bound to it. */
    private static KeyId id(TenantId tenant, String person) {
        return DerivedKeyId.of(tenant + "/" + person);
    }
}
