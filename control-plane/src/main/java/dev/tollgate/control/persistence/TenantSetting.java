package dev.tollgate.control.persistence;

import dev.tollgate.control.identity.TenantContext;
import dev.tollgate.model.id.TenantId;
import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Tells PostgreSQL for whom a connection of the application's pool is taken. It is told at every acquisition, also that
 * it is for nobody, so what the connection's last user was can never matter; the row-level security policies do the
 * rest. A connection that cannot be told is not handed out.
 */
@ApplicationScoped
class TenantSetting implements AgroalPoolInterceptor {
    private static final String SET = "select set_config('tollgate.tenant', ?, false)";

    private final TenantContext context;

    TenantSetting(TenantContext context) {
        this.context = context;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        try (PreparedStatement set = connection.prepareStatement(SET)) {
            set.setString(1, tenant());
            set.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("a connection could not be bound to its tenant", e);
        }
    }

    private String tenant() {
        boolean bound = Arc.container().requestContext().isActive();
        return bound ? context.find().map(TenantId::toString).orElse("") : "";
    }
}
