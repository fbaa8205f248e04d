package dev.tollgate.control.limit;

import dev.tollgate.control.persistence.Listing;
import dev.tollgate.control.web.Cursor;
import dev.tollgate.control.web.PageRequest;
import dev.tollgate.model.api.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Limits in the database. */
@ApplicationScoped
class LimitStore {
    private final EntityManager entities;

    LimitStore(EntityManager entities) {
        this.entities = entities;
    }

    Page<LimitRow> list(PageRequest page, @Nullable String subject, @Nullable String search) {
        return new Listing<>(entities, LimitRow.class)
                .where("r.subject = :subject", "subject", subject)
                .search(search, "name")
                .page(
                        page,
                        "name",
                        UUID::fromString,
                        Function.identity(),
                        row -> new Cursor(row.name, row.id.toString()));
    }

    List<LimitRow> hard() {
        return entities.createQuery("from LimitRow r where r.enforcement = 'hard' order by r.id", LimitRow.class)
                .getResultList();
    }

    List<LimitRow> of(String subject) {
        return entities.createQuery("from LimitRow r where r.subject = :subject", LimitRow.class)
                .setParameter("subject", subject)
                .getResultList();
    }

    List<UUID> watched() {
        return entities.createQuery("from LimitRow r order by r.id", LimitRow.class)
                .getResultStream()
                .filter(row -> !row.alertAt.isEmpty())
                .map(row -> row.id)
                .toList();
    }

    Optional<LimitRow> find(UUID id) {
        return Optional.ofNullable(entities.find(LimitRow.class, id));
    }

    long count() {
        return entities.createQuery("select count(r) from LimitRow r", Long.class)
                .getSingleResult();
    }

    void add(LimitRow row) {
        entities.persist(row);
    }

    void remove(LimitRow row) {
        entities.remove(row);
    }
}
