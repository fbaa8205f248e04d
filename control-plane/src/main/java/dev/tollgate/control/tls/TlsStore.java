package dev.tollgate.control.tls;

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
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The TLS of servers in the database. */
@ApplicationScoped
class TlsStore {
    private final EntityManager entities;
    private final AgroalDataSource system;

    TlsStore(EntityManager entities, @DataSource("system") AgroalDataSource system) {
        this.entities = entities;
        this.system = system;
    }

    /** By which keys one is sealed, of any tenant. */
    record SealedBy(TenantId tenant, UUID server, String masterKey, String regionKeys) {}

    Optional<TlsRow> find(UUID server) {
        return Optional.ofNullable(entities.find(TlsRow.class, server));
    }

    List<TlsRow> all() {
        return entities.createQuery("from TlsRow t order by t.serverId", TlsRow.class)
                .getResultList();
    }

    void add(TlsRow row) {
        entities.persist(row);
    }

    void remove(TlsRow row) {
        entities.remove(row);
    }

    /** Of all tenants, without the keys, which this role may not read; those that have none are sealed by nobody. */
    List<SealedBy> sealedBy() {
        try (Connection connection = system.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select tenant_id, server_id, sealed_by, sealed_for from upstream_tls where sealed_by <> ''");
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
            throw new IllegalStateException("the keys that client keys are sealed by cannot be read", e);
        }
    }
}
