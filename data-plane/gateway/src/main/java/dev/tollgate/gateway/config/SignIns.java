package dev.tollgate.gateway.config;

import dev.tollgate.model.config.PersonConfig;
import dev.tollgate.model.config.SignInConfig;
import dev.tollgate.model.config.SubjectRef;
import dev.tollgate.model.id.EnvironmentId;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who may come to a tenant without a key.
 *
 * @param config how they sign in; absent if nobody can
 * @param people by the issuer's id
 * @param bySubject the same by whom they are in their tenant
 */
public record SignIns(
        @Nullable SignInConfig config, Map<String, PersonConfig> people, Map<SubjectRef, PersonConfig> bySubject) {
    public SignIns {
        people = Map.copyOf(people);
        bySubject = Map.copyOf(bySubject);
    }

    public SignIns(@Nullable SignInConfig config, Map<String, PersonConfig> people) {
        this(
                config,
                people,
                people.values().stream()
                        .collect(Collectors.toMap(PersonConfig::subject, Function.identity(), (one, other) -> one)));
    }

    public @Nullable PersonConfig person(String id) {
        return people.get(id);
    }

    /** Who someone is that a key belongs to; null if they cannot sign in. */
    public @Nullable PersonConfig person(SubjectRef subject) {
        return bySubject.get(subject);
    }

    /**
     * Where people come to: the environment that the tenant names, or its oldest one, as ids are made in the order of time;
     * null if that is not there. Another one than the named would give people what was not meant for them.
     *
     * @param ids of the tenant's environments
     */
    @Nullable
    EnvironmentId environment(Set<EnvironmentId> ids) {
        EnvironmentId named = config == null ? null : config.environment();
        if (named != null) {
            return ids.contains(named) ? named : null;
        }
        return ids.stream().min(Comparator.comparing(EnvironmentId::toString)).orElse(null);
    }
}
