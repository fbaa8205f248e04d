package dev.tollgate.control.model;

import dev.tollgate.control.persistence.Listing;
import dev.tollgate.control.web.Cursor;
import dev.tollgate.control.web.PageRequest;
import dev.tollgate.model.api.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Models and their versions in the database. */
@ApplicationScoped
class ModelStore {
    private final EntityManager entities;

    ModelStore(EntityManager entities) {
        this.entities = entities;
    }

    /** By name. */
    Page<ModelRow> list(PageRequest page, @Nullable String search) {
        return new Listing<>(entities, ModelRow.class)
                .search(search, "name")
                .page(
                        page,
                        "name",
                        UUID::fromString,
                        Function.identity(),
                        row -> new Cursor(row.name, row.id.toString()));
    }

    List<ModelRow> all() {
        return entities.createQuery("from ModelRow r order by r.id", ModelRow.class)
                .getResultList();
    }

    Optional<ModelRow> find(UUID id) {
        return Optional.ofNullable(entities.find(ModelRow.class, id));
    }

    Optional<ModelRow> standard() {
        return entities.createQuery("from ModelRow r where r.standard", ModelRow.class)
                .getResultStream()
                .findFirst();
    }

    long count() {
        return entities.createQuery("select count(r) from ModelRow r", Long.class)
                .getSingleResult();
    }

    void add(ModelRow row) {
        entities.persist(row);
    }

    void add(ModelVersionRow row) {
        entities.persist(row);
    }

    /** Notes that what it says has changed. */
    void changed(ModelRow row) {
        entities.lock(row, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /** Writes what was changed so far, before what would contradict it. */
    void write() {
        entities.flush();
    }

    void remove(ModelRow row) {
        entities.remove(row);
    }

    /** Of each model, the versions that hold or are to come, in the order of their numbers. */
    Map<UUID, List<ModelVersionRow>> standing(Collection<UUID> models, Instant now) {
        return entities.createQuery("""
                        from ModelVersionRow r where r.modelId in :models and r.withdrawnAt is null
                        and (r.effectiveFrom > :now or r.effectiveFrom = (select max(o.effectiveFrom) from ModelVersionRow o
                            where o.modelId = r.modelId and o.withdrawnAt is null and o.effectiveFrom <= :now))
                        order by r.number""", ModelVersionRow.class)
                .setParameter("models", models)
                .setParameter("now", now)
                .getResultStream()
                .collect(Collectors.groupingBy(row -> row.modelId));
    }

    /** The first one first. */
    Page<ModelVersionRow> versions(UUID model, PageRequest page) {
        return new Listing<>(entities, ModelVersionRow.class)
                .where("r.modelId = :model", "model", model)
                .page(page, UUID::fromString, Function.identity(), row -> new Cursor("", row.id.toString()));
    }

    Optional<ModelVersionRow> version(UUID model, long number) {
        return entities.createQuery(
                        "from ModelVersionRow r where r.modelId = :model and r.number = :number", ModelVersionRow.class)
                .setParameter("model", model)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    long versionCount(UUID model) {
        return entities.createQuery("select count(r) from ModelVersionRow r where r.modelId = :model", Long.class)
                .setParameter("model", model)
                .getSingleResult();
    }
}
