package dev.tollgate.control.limit;

import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.persistence.Times;
import dev.tollgate.model.id.TenantId;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Looks at how much of limits is used, on any replica; two at once tell a thing once. */
@ApplicationScoped
class LimitWatch {
    private static final Logger LOG = Logger.getLogger(LimitWatch.class);

    private final AgroalDataSource system;
    private final LimitAlerts alerts;
    private final TenantScope scope;

    LimitWatch(@DataSource("system") AgroalDataSource system, LimitAlerts alerts, TenantScope scope) {
        this.system = system;
        this.alerts = alerts;
        this.scope = scope;
    }

    @Scheduled(
            identity = "limit-watch",
            every = "{tollgate.limits.watch.every}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        try {
            tenants().forEach(tenant -> scope.run(tenant, this::look));
        } catch (RuntimeException e) {
            LOG.warnf("what is used of limits is not told and is looked at again: %s", e.getMessage());
            LOG.debug("why it is not told", e);
        }
    }

    /** One limit whose figures cannot be had keeps nobody from the others'. */
    private void look() {
        for (UUID limit : alerts.watched()) {
            try {
                alerts.look(limit, Times.now());
            } catch (RuntimeException e) {
                LOG.warnf("what is used of limit %s is looked at again: %s", limit, e.getClass());
                LOG.debug("why it is looked at again", e);
            }
        }
    }

    private List<TenantId> tenants() {
        try (Connection connection = system.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select distinct tenant_id from quota_limit where cardinality(alert_at) > 0");
                ResultSet rows = query.executeQuery()) {
            List<TenantId> found = new ArrayList<>();
            while (rows.next()) {
                found.add(new TenantId(rows.getObject(1, UUID.class)));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the tenants that have limits cannot be read", e);
        }
    }
}
