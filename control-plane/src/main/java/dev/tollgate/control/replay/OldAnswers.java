package dev.tollgate.control.replay;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

/** Forgets kept answers of all tenants; as the system role, which may delete them but not read what they say. */
@ApplicationScoped
public class OldAnswers {
    private static final String DELETE = "delete from request_replay where (tenant_id, principal, key) in"
            + " (select tenant_id, principal, key from request_replay where created_at < ? order by created_at limit ?)"
            + " and created_at < ?";

    private final AgroalDataSource system;

    OldAnswers(@DataSource("system") AgroalDataSource system) {
        this.system = system;
    }

    /** Deletes at most {@code batch} of them in one transaction; answers how many. */
    public int forget(Instant before, int batch) {
        Timestamp bound = Timestamp.from(before);
        try (Connection connection = system.getConnection();
                PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setTimestamp(1, bound);
            delete.setInt(2, batch);
            delete.setTimestamp(3, bound);
            return delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("kept answers cannot be deleted", e);
        }
    }
}
