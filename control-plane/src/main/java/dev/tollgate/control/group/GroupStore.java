package dev.tollgate.control.group;

import dev.tollgate.control.persistence.Listing;
import dev.tollgate.control.web.PageRequest;
import dev.tollgate.model.api.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tool groups in the database. */
@ApplicationScoped
class GroupStore {
    private final EntityManager entities;

    GroupStore(EntityManager entities) {
        this.entities = entities;
    }

    Page<GroupRow> list(PageRequest page, @Nullable String search) {
        return new Listing<>(entities, GroupRow.class)
                .search(search, "name", "description")
                .page(page, "name", UUID::fromString, Function.identity(), GroupRow::cursor);
    }

    Optional<GroupRow> find(UUID id) {
        return Optional.ofNullable(entities.find(GroupRow.class, id));
    }

    Set<UUID> existing(Collection<UUID> ids) {
        return new HashSet<>(entities.createQuery("select g.id from GroupRow g where g.id in :ids", UUID.class)
                .setParameter("ids", ids)
                .getResultList());
    }

    void add(GroupRow row) {
        entities.persist(row);
    }

    void remove(GroupRow row) {
        entities.remove(row);
    }
}
