package dev.tollgate.control.key;

import dev.tollgate.control.persistence.Listing;
import dev.tollgate.control.web.PageRequest;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.VirtualKey.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Virtual keys in the database. */
@ApplicationScoped
class KeyStore {
    private final EntityManager entities;

    KeyStore(EntityManager entities) {
        this.entities = entities;
    }

    Page<KeyRow> list(PageRequest page, KeyFilter filter, Instant now) {
        Listing<KeyRow> listing = new Listing<>(entities, KeyRow.class)
                .where("r.environmentId = :environment", "environment", filter.environment())
                .search(filter.search(), "name", "id");
        if (filter.state() != null) {
            restrict(listing, filter.state(), now);
        }
        return listing.page(page, "name", Function.identity(), Function.identity(), KeyRow::cursor);
    }

    private static void restrict(Listing<KeyRow> listing, State state, Instant now) {
        switch (state) {
            case REVOKED -> listing.where("r.revokedAt <= :now", "now", now);
            case EXPIRED -> listing.where("r.revokedAt is null and r.expiresAt <= :now", "now", now);
            case ACTIVE ->
                listing.where("r.revokedAt is null and (r.expiresAt is null or r.expiresAt > :now)", "now", now);
        }
    }

    Optional<KeyRow> find(String id) {
        return Optional.ofNullable(entities.find(KeyRow.class, id));
    }

    void add(KeyRow row) {
        entities.persist(row);
    }

    List<KeyRow> revokedBefore(Instant before, int max) {
        return entities.createQuery("from KeyRow r where r.revokedAt < :before order by r.revokedAt", KeyRow.class)
                .setParameter("before", before)
                .setMaxResults(max)
                .getResultList();
    }

    void remove(KeyRow row) {
        entities.remove(row);
    }

    /** Which keys of a list are wanted. */
    record KeyFilter(
            @Nullable String search,
            @Nullable State state,
            @Nullable UUID environment) {}
}
