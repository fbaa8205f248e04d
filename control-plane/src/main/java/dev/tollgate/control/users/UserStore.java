package dev.tollgate.control.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who is which subject, in the database. */
@ApplicationScoped
class UserStore {
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

    void add(UserRow row) {
        entities.persist(row);
    }

    void remove(UserRow row) {
        entities.remove(row);
    }
}
