package dev.tollgate.control.catalog;

import dev.tollgate.control.persistence.Listing;
import dev.tollgate.control.server.ServerRow;
import dev.tollgate.control.server.ServerTools.Counts;
import dev.tollgate.control.web.PageRequest;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Tool.State;
import dev.tollgate.model.id.EnvironmentId;
import dev.tollgate.model.id.ServerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tools in the database. */
@ApplicationScoped
class ToolStore {
    private final EntityManager entities;

    ToolStore(EntityManager entities) {
        this.entities = entities;
    }

    Page<ToolRow> list(PageRequest page, @Nullable UUID server, @Nullable State state, @Nullable String search) {
        return new Listing<>(entities, ToolRow.class)
                .where("r.serverId = :server", "server", server)
                .where("r.state = :state", "state", state)
                .search(search, "name", "title", "description")
                .page(page, "name", UUID::fromString, Function.identity(), ToolRow::cursor);
    }

    Optional<ToolRow> find(UUID id) {
        return Optional.ofNullable(entities.find(ToolRow.class, id));
    }

    List<ToolRow> ofServer(ServerId server) {
        return entities.createQuery("from ToolRow t where t.serverId = :server", ToolRow.class)
                .setParameter("server", server.value())
                .getResultList();
    }

    /** What a name is made of, of all tools that are served: id, server, name and alias. */
    List<Object[]> served() {
        return entities.createQuery(
                        "select t.id, t.serverId, t.name, t.alias from ToolRow t"
                                + " where t.approvedAt is not null and t.state <> :retired",
                        Object[].class)
                .setParameter("retired", State.RETIRED)
                .getResultList();
    }

    /** Another tool of the environment that an admin gave this name, served or not. */
    Optional<ToolRow> aliased(String alias, EnvironmentId environment, UUID except) {
        return entities.createQuery(
                        "from ToolRow t where t.alias = :alias and t.id <> :except and t.state <> :retired"
                                + " and t.serverId in (select s.id from ServerRow s where s.environmentId = :environment)",
                        ToolRow.class)
                .setParameter("alias", alias)
                .setParameter("except", except)
                .setParameter("retired", State.RETIRED)
                .setParameter("environment", environment.value())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Of each name in question, the servers whose tools have it. */
    Map<String, Set<UUID>> serversByToolName(Collection<String> names) {
        Map<String, Set<UUID>> servers = new HashMap<>();
        entities.createQuery(
                        "select t.name, t.serverId from ToolRow t where t.name in :names and t.state <> :retired",
                        Object[].class)
                .setParameter("names", names)
                .setParameter("retired", State.RETIRED)
                .getResultList()
                .forEach(row -> servers.computeIfAbsent((String) row[0], _ -> new HashSet<>())
                        .add((UUID) row[1]));
        return servers;
    }

    List<ServerRow> servers() {
        return entities.createQuery("from ServerRow", ServerRow.class).getResultList();
    }

    Map<UUID, Counts> count(Collection<UUID> servers) {
        List<Object[]> rows = entities.createQuery(
                        "select t.serverId, sum(case when t.state = :approved then 1 else 0 end),"
                                + " sum(case when t.state = :quarantined then 1 else 0 end)"
                                + " from ToolRow t where t.serverId in :servers group by t.serverId",
                        Object[].class)
                .setParameter("approved", State.APPROVED)
                .setParameter("quarantined", State.QUARANTINED)
                .setParameter("servers", servers)
                .getResultList();
        Map<UUID, Counts> counts = new HashMap<>();
        for (Object[] row : rows) {
            counts.put((UUID) row[0], new Counts(((Number) row[1]).intValue(), ((Number) row[2]).intValue()));
        }
        return counts;
    }

    /** Notes that tools are still there, without making them new versions. */
    void touch(ServerId server, Collection<String> names, Instant at) {
        entities.createNativeQuery(
                        "update tool set last_seen_at = :at where server_id = :server and name = any(:names)")
                .setParameter("at", at)
                .setParameter("server", server.value())
                .setParameter("names", names.toArray(new String[0]))
                .executeUpdate();
    }

    void add(ToolRow row) {
        entities.persist(row);
    }

    void remove(ToolRow row) {
        entities.remove(row);
    }
}
