package dev.tollgate.control.server;

import dev.tollgate.control.persistence.Listing;
import dev.tollgate.control.web.PageRequest;
import dev.tollgate.model.api.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
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

    /**
     * @param among the ids to choose from; absent for all
     */
    Page<ServerRow> list(
            PageRequest page, @Nullable UUID environment, @Nullable String search, @Nullable Collection<UUID> among) {
        return new Listing<>(entities, ServerRow.class)
                .where("r.environmentId = :environment", "environment", environment)
                .where("r.id in :among", "among", among)
                .search(search, "name", "description")
                .page(page, "name", UUID::fromString, Function.identity(), ServerRow::cursor);
    }

    List<ServerRow> all() {
        return entities.createQuery("from ServerRow r order by r.id", ServerRow.class)
                .getResultList();
    }

    /** Of all servers of the tenant. */
    List<UUID> ids() {
        return entities.createQuery("select r.id from ServerRow r", UUID.class).getResultList();
    }

    Optional<ServerRow> find(UUID id) {
        return Optional.ofNullable(entities.find(ServerRow.class, id));
    }

    Optional<ServerRow> find(String environment, String name) {
        return entities.createQuery(
                        "from ServerRow r where r.name = :name"
                                + " and r.environmentId in (select e.id from EnvironmentRow e where e.name = :environment)",
                        ServerRow.class)
                .setParameter("name", name)
                .setParameter("environment", environment)
                .getResultStream()
                .findFirst();
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
