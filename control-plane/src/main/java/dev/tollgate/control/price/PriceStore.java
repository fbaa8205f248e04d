package dev.tollgate.control.price;

import dev.tollgate.control.persistence.Listing;
import dev.tollgate.control.web.Cursor;
import dev.tollgate.control.web.PageRequest;
import dev.tollgate.model.api.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Prices in the database. */
@ApplicationScoped
class PriceStore {
    private final EntityManager entities;

    PriceStore(EntityManager entities) {
        this.entities = entities;
    }

    /** In the order of their creation. */
    Page<PriceRow> list(PageRequest page, @Nullable UUID server) {
        return new Listing<>(entities, PriceRow.class)
                .where("r.serverId = :server", "server", server)
                .page(page, UUID::fromString, Function.identity(), row -> new Cursor("", row.id.toString()));
    }

    Optional<PriceRow> find(UUID id) {
        return Optional.ofNullable(entities.find(PriceRow.class, id));
    }

    void add(PriceRow row) {
        entities.persist(row);
    }

    void remove(PriceRow row) {
        entities.remove(row);
    }
}
