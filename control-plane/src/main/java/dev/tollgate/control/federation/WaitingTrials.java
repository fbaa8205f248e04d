package dev.tollgate.control.federation;

import dev.tollgate.model.id.TenantId;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** Whether some other tenant tries its provider; read as the system role, which sees when alone. */
@ApplicationScoped
class WaitingTrials {
    private static final String OTHERS = "select exists (select from sign_in_trial where tenant_id <> ?"
            + " and state_sha256 is not null and started_at between ? and ?)";

    private final AgroalDataSource system;

    WaitingTrials(@DataSource("system") AgroalDataSource system) {
        this.system = system;
    }

    /** Whether one was under way at a time that nobody has come back from since. */
    boolean othersAt(TenantId tenant, Instant at) {
        try (Connection connection = system.getConnection();
                PreparedStatement query = connection.prepareStatement(OTHERS)) {
            query.setObject(1, tenant.value());
            query.setObject(2, at.minus(TrialRow.LIFE).atOffset(ZoneOffset.UTC));
            query.setObject(3, at.atOffset(ZoneOffset.UTC));
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("trials cannot be read", e);
        }
    }
}
