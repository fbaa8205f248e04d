package dev.tollgate.control.credential;

import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.seal.MasterSeal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** After a rotation seals what an older key has sealed, on any replica; two at once do the same thing twice. */
@ApplicationScoped
class SealAgain {
    private static final Logger LOG = Logger.getLogger(SealAgain.class);

    private final CredentialStore store;
    private final CredentialService service;
    private final PublishedCredentials published;
    private final MasterSeal master;
    private final TenantScope scope;

    SealAgain(
            CredentialStore store,
            CredentialService service,
            PublishedCredentials published,
            MasterSeal master,
            TenantScope scope) {
        this.store = store;
        this.service = service;
        this.published = published;
        this.master = master;
        this.scope = scope;
    }

    @Scheduled(
            identity = "seal-again",
            every = "5m",
            delayed = "20s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        try {
            int sealed = sealAgain();
            if (sealed > 0) {
                LOG.infof("%d credentials are sealed with the keys of now", sealed);
            }
        } catch (RuntimeException e) {
            LOG.warnf("credentials sealed with older keys wait and are tried again: %s", e.getMessage());
            LOG.debug("why they wait", e);
        }
    }

    /** Answers how many it was. */
    int sealAgain() {
        List<CredentialStore.SealedBy> all = store.sealedBy();
        if (all.isEmpty()) {
            return 0;
        }
        String masterKey = master.currentKey();
        List<CredentialStore.SealedBy> old = all.stream()
                .filter(one -> !one.masterKey().equals(masterKey)
                        || !one.tokenKey().equals(masterKey)
                        || !published.areCurrent(one.regionKeys()))
                .toList();
        for (CredentialStore.SealedBy one : old) {
            scope.run(
                    one.tenant(),
                    () -> QuarkusTransaction.requiringNew().run(() -> service.sealAgain(one.server(), masterKey)));
        }
        return old.size();
    }
}
