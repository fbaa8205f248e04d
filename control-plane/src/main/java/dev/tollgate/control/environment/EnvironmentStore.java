package dev.tollgate.control.environment;

import dev.tollgate.control.persistence.Listing;
import dev.tollgate.control.web.PageRequest;
import dev.tollgate.model.api.Environment;
import dev.tollgate.model.api.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Environments in the database. */
@ApplicationScoped
class EnvironmentStore {
    private final EntityManager entities;

    EnvironmentStore(EntityManager entities) {
        this.entities = entities;
    }

    Page<Environment> list(PageRequest page, @Nullable String search) {
        return new Listing<>(entities, EnvironmentRow.class)
                .search(search, "name", "description")
                .page(page, "name", UUID::fromString, EnvironmentRow::toApi, EnvironmentRow::cursor);
    }

    Optional<EnvironmentRow> find(UUID id) {
        return Optional.ofNullable(entities.find(EnvironmentRow.class, id));
    }

    void add(EnvironmentRow row) {
        entities.persist(row);
    }

    void remove(EnvironmentRow row) {
        entities.remove(row);
    }
}
