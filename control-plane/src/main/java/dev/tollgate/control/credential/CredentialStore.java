package dev.tollgate.control.credential;

import dev.tollgate.model.api.ServerCredential;
import dev.tollgate.model.id.TenantId;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Credentials in the database. */
@ApplicationScoped
class CredentialStore {
    private final EntityManager entities;
    private final AgroalDataSource system;

    CredentialStore(EntityManager entities, @DataSource("system") AgroalDataSource system) {
        this.entities = entities;
        this.system = system;
    }

    /** By which keys one is sealed, of any tenant. */
    record SealedBy(TenantId tenant, UUID server, String masterKey, String regionKeys) {}

    Optional<CredentialRow> find(UUID server) {
        return Optional.ofNullable(entities.find(CredentialRow.class, server));
    }

    List<CredentialRow> all() {
        return entities.createQuery("from CredentialRow c order by c.serverId", CredentialRow.class)
                .getResultList();
    }

    /** Servers that want a connection of each person, by id. */
    List<UUID> ofEachPerson(@Nullable UUID after, int max) {
        return entities.createQuery(
                        "select c.serverId from CredentialRow c where c.kind in :kinds and c.serverId > :after"
                                + " order by c.serverId",
                        UUID.class)
                .setParameter(
                        "kinds",
                        Stream.of(ServerCredential.Kind.values())
                                .filter(CredentialRow::isOfEachPerson)
                                .toList())
                .setParameter("after", after == null ? new UUID(0, 0) : after)
                .setMaxResults(max)
                .getResultList();
    }

    void add(CredentialRow row) {
        entities.persist(row);
    }

    void remove(CredentialRow row) {
        entities.remove(row);
    }

    /** By which keys of regions people's connections are sealed, of each tenant that has any. */
    Map<TenantId, Set<String>> tenantsOfConnections() {
        try (Connection connection = system.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select distinct tenant_id, sealed_for from config_connection");
                ResultSet rows = query.executeQuery()) {
            Map<TenantId, Set<String>> found = new HashMap<>();
            while (rows.next()) {
                found.computeIfAbsent(new TenantId(rows.getObject(1, UUID.class)), _ -> new HashSet<>())
                        .add(rows.getString(2));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the keys of connections cannot be read", e);
        }
    }

    /** Of all tenants, without the secrets, which this role may not read. */
    List<SealedBy> sealedBy() {
        try (Connection connection = system.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select tenant_id, server_id, sealed_by, sealed_for from upstream_credential");
                ResultSet rows = query.executeQuery()) {
            List<SealedBy> found = new ArrayList<>();
            while (rows.next()) {
                found.add(new SealedBy(
                        new TenantId(rows.getObject(1, UUID.class)),
                        rows.getObject(2, UUID.class),
                        rows.getString(3),
                        rows.getString(4)));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the keys of credentials cannot be read", e);
        }
    }
}
