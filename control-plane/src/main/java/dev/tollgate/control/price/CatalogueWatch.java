package dev.tollgate.control.price;

import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.publish.Changes;
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

/** Has tenants follow the catalogue that changed, on any replica; two at once find nothing left to do. */
@ApplicationScoped
class CatalogueWatch {
    private static final Logger LOG = Logger.getLogger(CatalogueWatch.class);

    /** In one turn; the others have theirs next. */
    private static final int TENANTS_MAX = 500;

    private final AgroalDataSource system;
    private final TenantScope scope;
    private final Changes changes;
    private final FollowedPrices prices;

    CatalogueWatch(
            @DataSource("system") AgroalDataSource system, TenantScope scope, Changes changes, FollowedPrices prices) {
        this.system = system;
        this.scope = scope;
        this.changes = changes;
        this.prices = prices;
    }

    @Scheduled(
            identity = "catalogue-watch",
            every = "{tollgate.prices.catalogue.every}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        for (TenantId tenant : behind()) {
            try {
                scope.run(
                        tenant,
                        () -> changes.make(change -> {
                            prices.follow(change);
                            return tenant;
                        }));
            } catch (RuntimeException e) {
                LOG.warnf("tenant %s follows the catalogue of prices later: %s", tenant, e.getClass());
                LOG.debug("why it follows later", e);
            }
        }
    }

    /** Tenants whose prices follow an older catalogue. */
    private List<TenantId> behind() {
        try (Connection connection = system.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        select t.id from catalogue_state c cross join tenant t
                        left join catalogue_seen s on s.tenant_id = t.id
                        where c.revision > coalesce(s.revision, 0) order by coalesce(s.revision, 0) limit ?""")) {
            query.setInt(1, TENANTS_MAX);
            try (ResultSet rows = query.executeQuery()) {
                List<TenantId> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(new TenantId(rows.getObject(1, UUID.class)));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the tenants that follow the catalogue cannot be read", e);
        }
    }
}
