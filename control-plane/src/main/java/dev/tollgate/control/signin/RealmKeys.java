package dev.tollgate.control.signin;

import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.config.SignInConfig;
import dev.tollgate.model.id.TenantId;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps gateways abreast of the realm's signing keys. On each replica: two that find the same do the same thing, and the
 * second finds nothing changed. A key that is new is known within a period, or before its first use where it is added as a
 * passive one; a key that is gone is refused within a period.
 */
@ApplicationScoped
class RealmKeys {
    private static final Logger LOG = Logger.getLogger(RealmKeys.class);

    /** Even where the keys have not changed: a tenant may have been missed, as when a replica stopped half way. */
    private static final Duration ALL_AGAIN = Duration.ofMinutes(10);

    private final RealmIssuer realm;
    private final PublishedSignIns published;
    private final SignIn signIn;
    private final TenantScope scope;
    private final Changes changes;
    private @Nullable Issuer done;
    private Instant doneAt = Instant.EPOCH;
    private boolean away;

    RealmKeys(RealmIssuer realm, PublishedSignIns published, SignIn signIn, TenantScope scope, Changes changes) {
        this.realm = realm;
        this.published = published;
        this.signIn = signIn;
        this.scope = scope;
        this.changes = changes;
    }

    @Scheduled(
            identity = "realm-keys",
            every = "{tollgate.sign-in.keys-period}",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        try {
            Issuer issuer = realm.ask();
            away = false;
            if (issuer.equals(done) && Instant.now().isBefore(doneAt.plus(ALL_AGAIN))) {
                publish(issuer, published.allWithout());
            } else {
                follow(issuer);
            }
        } catch (Refused | IllegalArgumentException e) {
            if (!away) {
                LOG.warnf("the realm's signing keys cannot be read; gateways go on with those they have: %s", e);
            }
            away = true;
        } catch (RuntimeException e) {
            LOG.warnf("the realm's signing keys are published later: %s", e.getMessage());
            LOG.debug("why they are published later", e);
        }
    }

    /** Publishes to all tenants that have others; answers how many those were. */
    int follow(Issuer issuer) {
        int count = publish(issuer, published.allWithOthers(issuer));
        done = issuer;
        doneAt = Instant.now();
        return count;
    }

    private int publish(Issuer issuer, List<TenantId> tenants) {
        for (TenantId tenant : tenants) {
            scope.run(
                    tenant,
                    () -> changes.make(change -> {
                        signIn.publish(change, issuer);
                        return SignInConfig.ID;
                    }));
        }
        if (!tenants.isEmpty()) {
            LOG.infof(
                    "the realm's %d signing keys are published to %d tenants",
                    issuer.keys().size(), tenants.size());
        }
        return tenants.size();
    }
}
