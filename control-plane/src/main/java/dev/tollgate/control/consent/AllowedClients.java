package dev.tollgate.control.consent;

import dev.tollgate.control.persistence.Ids;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The clients that people let use their connections: ids of OAuth clients, or for a virtual key of a user that key's id. To
 * be called within a transaction, and where it writes within a change that publishes the connection.
 */
@ApplicationScoped
public class AllowedClients {
    /** Of one person at one server. */
    public static final int CLIENTS_MAX = 50;

    /** As long as gateways take a client's id. */
    static final int CLIENT_CHARS_MAX = 500;

    private final EntityManager entities;

    AllowedClients(EntityManager entities) {
        this.entities = entities;
    }

    /** One client, and since when. */
    public record Allowed(String client, Instant since) {}

    /** The oldest first. */
    public List<Allowed> of(UUID server, UUID person) {
        return rows(server, person).stream()
                .map(row -> new Allowed(row.client, row.createdAt()))
                .toList();
    }

    /** Allowing again changes nothing. */
    public void allow(UUID server, UUID person, String client) {
        List<AllowedClientRow> before = rows(server, person);
        if (before.stream().anyMatch(row -> row.client.equals(client))) {
            return;
        }
        if (before.size() >= CLIENTS_MAX) {
            throw new Refused(new Refusal.WrongState(
                    "A connection serves at most " + CLIENTS_MAX + " clients; take one back that is of no more use."));
        }
        AllowedClientRow row = new AllowedClientRow();
        row.id = Ids.next();
        row.serverId = server;
        row.person = person;
        row.client = client;
        entities.persist(row);
    }

    /** Whether it was allowed before. */
    public boolean takeBack(UUID server, UUID person, String client) {
        Optional<AllowedClientRow> row = rows(server, person).stream()
                .filter(one -> one.client.equals(client))
                .findFirst();
        row.ifPresent(entities::remove);
        return row.isPresent();
    }

    /** Whoever connects anew is asked anew. */
    public void forget(UUID server, UUID person) {
        rows(server, person).forEach(entities::remove);
    }

    /** Of somebody who leaves. */
    public void forget(UUID person) {
        entities.createQuery("delete from AllowedClientRow a where a.person = :person")
                .setParameter("person", person)
                .executeUpdate();
    }

    /** Refused if it cannot be a client's id. */
    public static String checked(@Nullable String client) {
        if (client == null || client.isBlank() || client.length() > CLIENT_CHARS_MAX || !isVisible(client)) {
            throw Refused.invalid(
                    "client", "is a client's id of 1 to " + CLIENT_CHARS_MAX + " characters of visible ASCII");
        }
        return client;
    }

    private static boolean isVisible(String text) {
        return text.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    }

    private List<AllowedClientRow> rows(UUID server, UUID person) {
        return entities.createQuery(
                        "from AllowedClientRow a where a.serverId = :server and a.person = :person order by a.id",
                        AllowedClientRow.class)
                .setParameter("server", server)
                .setParameter("person", person)
                .getResultList();
    }
}
