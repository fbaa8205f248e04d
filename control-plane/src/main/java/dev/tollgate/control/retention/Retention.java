package dev.tollgate.control.retention;

import dev.tollgate.control.alert.OldAlerts;
import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.key.RevokedKeys;
import dev.tollgate.control.replay.OldAnswers;
import dev.tollgate.control.tenant.TenantIds;
import dev.tollgate.model.id.TenantId;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Once an hour on each replica. Each batch is a transaction that looks for what is left, so replicas that do it at once,
 * or one that stops midway, delete nothing that should stay.
 */
@ApplicationScoped
class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);
    /** Small enough that nobody waits long for its locks. */
    static final int BATCH_ROWS = 500;

    /** What more there is waits for the next run, so that a run has an end. */
    private static final int BATCHES_MAX = 1_000;

    private final OldAnswers answers;
    private final RevokedKeys keys;
    private final OldAlerts alerts;
    private final TenantIds tenants;
    private final TenantScope scope;
    private final Duration answersKept;
    private final Duration revokedKeysKept;
    private final Duration alertsKept;

    Retention(
            OldAnswers answers,
            RevokedKeys keys,
            OldAlerts alerts,
            TenantIds tenants,
            TenantScope scope,
            @ConfigProperty(name = "tollgate.retention.answers") Duration answersKept,
            @ConfigProperty(name = "tollgate.retention.revoked-keys") Duration revokedKeysKept,
            @ConfigProperty(name = "tollgate.retention.alerts") Duration alertsKept) {
        this.answers = answers;
        this.keys = keys;
        this.alerts = alerts;
        this.tenants = tenants;
        this.scope = scope;
        this.answersKept = answersKept;
        this.revokedKeysKept = revokedKeysKept;
        this.alertsKept = alertsKept;
    }

    @Scheduled(
            identity = "retention",
            every = "1h",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        try {
            run(Instant.now());
        } catch (RuntimeException e) {
            LOG.warnf("retention stopped and is tried again in an hour: %s", e.getMessage());
            LOG.debug("why retention stopped", e);
        }
    }

    void run(Instant now) {
        int answersForgotten = all(() -> answers.forget(now.minus(answersKept), BATCH_ROWS));
        int keysForgotten = 0;
        int alertsForgotten = 0;
        for (TenantId tenant : tenants.all()) {
            keysForgotten += all(() -> scope.call(tenant, () -> keys.forget(now.minus(revokedKeysKept), BATCH_ROWS)));
            alertsForgotten += all(() -> scope.call(tenant, () -> alerts.forget(now.minus(alertsKept), BATCH_ROWS)));
        }
        if (answersForgotten + keysForgotten + alertsForgotten > 0) {
            LOG.infof(
                    "retention deleted %d kept answers, %d revoked keys and %d alerts",
                    answersForgotten, keysForgotten, alertsForgotten);
        }
    }

    private static int all(IntSupplier batch) {
        int sum = 0;
        for (int i = 0; i < BATCHES_MAX; i++) {
            int deleted = batch.getAsInt();
            sum += deleted;
            if (deleted < BATCH_ROWS) {
                break;
            }
        }
        return sum;
    }
}
