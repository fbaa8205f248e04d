package dev.tollgate.control.publish;

import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.model.id.TenantId;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Publishes anew, before the first request, what an earlier release published in a shape that gateways of this one do
 * not read. Two replicas may do it at once; the second finds nothing changed.
 */
@ApplicationScoped
class Renewal {
    private static final Logger LOG = Logger.getLogger(Renewal.class);

    private final AgroalDataSource system;
    private final TenantScope scope;
    private final Changes changes;
    private final Instance<Renewable> renewables;

    Renewal(
            @DataSource("system") AgroalDataSource system,
            TenantScope scope,
            Changes changes,
            @Any Instance<Renewable> renewables) {
        this.system = system;
        this.scope = scope;
        this.changes = changes;
        this.renewables = renewables;
    }

    void start(@Observes StartupEvent event) {
        renew();
    }

    /** Answers how many tenants needed it. */
    int renew() {
        List<TenantId> outdated = outdated();
        for (TenantId tenant : outdated) {
            scope.run(
                    tenant,
                    () -> changes.renew(change -> renewables.forEach(renewable -> renewable.publishAll(change))));
        }
        if (!outdated.isEmpty()) {
            LOG.infof("configuration published anew for this release: %d tenants", outdated.size());
        }
        return outdated.size();
    }

    private List<TenantId> outdated() {
        try (Connection connection = system.getConnection()) {
            return PublishedStore.outdated(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the heads of tenants cannot be read", e);
        }
    }
}
