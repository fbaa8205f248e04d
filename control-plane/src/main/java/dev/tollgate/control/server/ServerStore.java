package dev.tollgate.control.server;

import dev.tollgate.control.persistence.Listing;
import dev.tollgate.control.web.PageRequest;
import dev.tollgate.model.api.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Servers and their health in the database. */
@ApplicationScoped
class ServerStore {
    private final EntityManager entities;

    ServerStore(EntityManager entities) {
        this.entities = entities;
    }

    Page<ServerRow> list(PageRequest page, @Nullable UUID environment, @Nullable String search) {
        return new Listing<>(entities, ServerRow.class)
                .where("r.environmentId = :environment", "environment", environment)
                .search(search, "name", "description")
                .page(page, "name", UUID::fromString, Function.identity(), ServerRow::cursor);
    }

    Optional<ServerRow> find(UUID id) {
        return Optional.ofNullable(entities.find(ServerRow.class, id));
    }

    Map<UUID, HealthRow> health(Collection<UUID> servers) {
        return entities.createQuery("from HealthRow h where h.serverId in :servers", HealthRow.class)
                .setParameter("servers", servers)
                .getResultStream()
                .collect(Collectors.toMap(row -> row.serverId, Function.identity()));
    }

    Optional<HealthRow> health(UUID server) {
        return Optional.ofNullable(entities.find(HealthRow.class, server));
    }

    void add(Object row) {
        entities.persist(row);
    }

    void remove(Object row) {
        entities.remove(row);
    }
}
