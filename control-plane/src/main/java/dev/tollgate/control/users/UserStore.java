package dev.tollgate.control.users;

import dev.tollgate.model.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who is which subject, in the database. */
@ApplicationScoped
class UserStore {
    private static final String END_TOKENS = """
            insert into ended_tokens (tenant_id, identity_id, ended_at) values (:tenant, :identity, :at)
                on conflict (tenant_id, identity_id) do update set ended_at = excluded.ended_at""";

    /** Longer than any access token lives. */
    private static final Duration ENDED_KEPT = Duration.ofDays(1);

    private final EntityManager entities;

    UserStore(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    Map<String, UserRow> of(Collection<String> identities) {
        return identities.isEmpty()
                ? Map.of()
                : query("u.identity in :value", identities).stream()
                        .collect(Collectors.toMap(row -> row.identity, Function.identity()));
    }

    @Transactional
    Optional<UserRow> ofSubject(String ref) {
        return query("u.subject = :value", ref).stream().findFirst();
    }

    List<UserRow> all() {
        return entities.createQuery("from UserRow u order by u.identity", UserRow.class)
                .getResultList();
    }

    private List<UserRow> query(String where, Object value) {
        return entities.createQuery("from UserRow u where " + where, UserRow.class)
                .setParameter("value", value)
                .getResultList();
    }

    /** Has the API refuse what was issued to someone until a time. */
    void endTokens(TenantId tenant, String identity, Instant endedAt) {
        entities.createNativeQuery(END_TOKENS)
                .setParameter("tenant", tenant.value())
                .setParameter("identity", identity)
                .setParameter("at", endedAt)
                .executeUpdate();
        entities.createNativeQuery("delete from ended_tokens where ended_at < :old")
                .setParameter("old", endedAt.minus(ENDED_KEPT))
                .executeUpdate();
    }

    void add(UserRow row) {
        entities.persist(row);
    }

    void remove(UserRow row) {
        entities.remove(row);
    }
}
