package dev.tollgate.gateway.meter;

import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.gateway.event.Holder;
import dev.tollgate.model.access.SubjectChain;
import dev.tollgate.model.config.EnvironmentConfig;
import dev.tollgate.model.config.SubjectConfig;
import dev.tollgate.model.config.SubjectKind;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.id.KeyId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Whom a snapshot's keys belong to: worked out at a key's first call, then looked up. */
final class Holders {
    private final Map<KeyId, Holder> byKey = new ConcurrentHashMap<>(4);

    static Holder of(TenantSnapshot snapshot, VirtualKeyConfig key) {
        Map<KeyId, Holder> known = snapshot.derived(Holders.class, _ -> new Holders()).byKey;
        Holder holder = known.get(key.id());
        return holder != null ? holder : known.computeIfAbsent(key.id(), _ -> make(snapshot, key));
    }

    private static Holder make(TenantSnapshot snapshot, VirtualKeyConfig key) {
        // Someone who signed in is judged as a key, and has none.
        boolean issued = snapshot.key(key.id()) != null;
        EnvironmentConfig environment = snapshot.environment(key.environment());
        SubjectChain chain = SubjectChain.of(key, snapshot.subjects());
        SubjectConfig tier = chain.of(SubjectKind.TIER).orElse(null);
        SubjectConfig customer = chain.of(SubjectKind.CUSTOMER).orElse(null);
        SubjectConfig team = chain.of(SubjectKind.TEAM).orElse(null);
        SubjectConfig user = chain.of(SubjectKind.USER).orElse(null);
        SubjectConfig service = chain.of(SubjectKind.SERVICE).orElse(null);
        return new Holder(
                key.environment(),
                environment == null ? null : environment.name().value(),
                issued ? key.id() : null,
                issued ? key.name() : null,
                tier == null ? null : tier.ref().id(),
                id(customer),
                name(customer),
                id(team),
                name(team),
                id(user),
                name(user),
                id(service),
                name(service));
    }

    private static @Nullable UUID id(@Nullable SubjectConfig subject) {
        return subject == null ? null : UUID.fromString(subject.ref().id());
    }

    private static @Nullable String name(@Nullable SubjectConfig subject) {
        return subject == null ? null : subject.name();
    }
}
