package dev.tollgate.control.publish;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells how far Kafka is behind. Always up: ready means that REST can be answered, and changes are safe in the outbox
 * for as long as Kafka is away.
 */
@Readiness
@ApplicationScoped
class PublisherHealth implements HealthCheck {
    private final PublisherState state;
    private final AgroalDataSource system;

    PublisherHealth(PublisherState state, @DataSource("system") AgroalDataSource system) {
        this.state = state;
        this.system = system;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("publisher")
                .up()
                .withData("role", state.role().name());
        String failure = state.failure();
        if (failure != null) {
            response.withData("failure", failure);
        }
        try (Connection connection = system.getConnection();
                PreparedStatement query = connection.prepareStatement("select count(*),"
                        + " coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::bigint from outbox");
                ResultSet row = query.executeQuery()) {
            row.next();
            response.withData("outboxRecords", row.getLong(1)).withData("outboxSeconds", row.getLong(2));
        } catch (SQLException e) {
            response.withData("outbox", "unknown");
        }
        return response.build();
    }
}
