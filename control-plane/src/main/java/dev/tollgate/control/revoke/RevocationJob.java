package dev.tollgate.control.revoke;

import dev.tollgate.control.identity.TenantScope;
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

/** Tells providers what nobody waits for, on any replica; of all replicas one has each for ten minutes. */
@ApplicationScoped
public class RevocationJob {
    private static final Logger LOG = Logger.getLogger(RevocationJob.class);

    /** Of one round, one after another; what else is due waits in the table. */
    private static final int AT_ONCE_MAX = 20;

    private static final String CLAIM = """
            update oauth_revocation revocation set next_at = now() + interval '10 minutes'
              from (select id from oauth_revocation where next_at <= now()
                     order by next_at limit ? for update skip locked) due
             where revocation.id = due.id
            returning revocation.tenant_id, revocation.id""";

    private final AgroalDataSource system;
    private final TenantScope scope;
    private final Revocations revocations;

    RevocationJob(@DataSource("system") AgroalDataSource system, TenantScope scope, Revocations revocations) {
        this.system = system;
        this.scope = scope;
        this.revocations = revocations;
    }

    private record Due(TenantId tenant, UUID id) {}

    @Scheduled(
            identity = "revocations",
            every = "20s",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        try {
            claim().forEach(this::tell);
        } catch (RuntimeException e) {
            LOG.warnf("revocations wait and are tried again: %s", e.getMessage());
            LOG.debug("why they wait", e);
        }
    }

    private void tell(Due due) {
        try {
            scope.run(due.tenant(), () -> revocations.tell(due.id()));
        } catch (RuntimeException e) {
            LOG.warnf("a revocation waits and is tried again: %s", e.getClass());
            LOG.debug("why it waits", e);
        }
    }

    private List<Due> claim() {
        try (Connection connection = system.getConnection();
                PreparedStatement statement = connection.prepareStatement(CLAIM)) {
            statement.setInt(1, AT_ONCE_MAX);
            try (ResultSet rows = statement.executeQuery()) {
                List<Due> due = new ArrayList<>();
                while (rows.next()) {
                    due.add(new Due(new TenantId(rows.getObject(1, UUID.class)), rows.getObject(2, UUID.class)));
                }
                return due;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("revocations cannot be claimed", e);
        }
    }
}
