package dev.tollgate.control.connect;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Departures in the database. */
@ApplicationScoped
class DepartureStore {
    private static final String WAITING = "select id from oauth_departure"
            + " where state_sha256 = ? and handle_sha256 is null and expires_at > now()";
    private static final String NOTE = "update oauth_departure set handle_sha256 = ?, returned = ?"
            + " where id = ? and handle_sha256 is null and expires_at > now()";
    private static final String FORGET = "delete from oauth_departure where expires_at < now()";

    private final EntityManager entities;
    private final AgroalDataSource system;

    DepartureStore(EntityManager entities, @DataSource("system") AgroalDataSource system) {
        this.entities = entities;
        this.system = system;
    }

    void add(DepartureRow row) {
        entities.persist(row);
    }

    void remove(DepartureRow row) {
        entities.remove(row);
    }

    /** For taking it; whoever comes second at the same time waits, and finds nothing. */
    Optional<DepartureRow> lock(UUID id) {
        return Optional.ofNullable(entities.find(DepartureRow.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The oldest first. */
    List<DepartureRow> begunBy(String person) {
        return entities.createQuery("from DepartureRow d where d.begunBy = :person order by d.id", DepartureRow.class)
                .setParameter("person", person)
                .getResultList();
    }

    /** Of any tenant: which departure a browser has come back from, for the first time. */
    Optional<UUID> waiting(String stateSha256) {
        try (Connection connection = system.getConnection();
                PreparedStatement query = connection.prepareStatement(WAITING)) {
            query.setString(1, stateSha256);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getObject(1, UUID.class)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("departures cannot be read", e);
        }
    }

    /** Whether it was the first. */
    boolean note(UUID id, String handleSha256, byte[] returned) {
        try (Connection connection = system.getConnection();
                PreparedStatement update = connection.prepareStatement(NOTE)) {
            update.setString(1, handleSha256);
            update.setBytes(2, returned);
            update.setObject(3, id);
            return update.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("returns cannot be noted", e);
        }
    }

    /** Of all tenants, what nobody can return to any more. */
    void forgetExpired() {
        try (Connection connection = system.getConnection();
                PreparedStatement delete = connection.prepareStatement(FORGET)) {
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("departures cannot be forgotten", e);
        }
    }
}
