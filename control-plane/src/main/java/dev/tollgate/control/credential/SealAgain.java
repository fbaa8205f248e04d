package dev.tollgate.control.credential;

import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.seal.MasterSeal;
import dev.tollgate.control.seal.RegionSeals;
import dev.tollgate.control.seal.SealedRows;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import org.jboss.logging.Logger;

/** After a rotation seals what an older key has sealed, on any replica; two at once do the same thing twice. */
@ApplicationScoped
class SealAgain {
    private static final Logger LOG = Logger.getLogger(SealAgain.class);

    /** Of tokens, and of people's headers, in one round; those beyond wait for the next. */
    private static final int TOKENS_MAX = 10_000;

    private final CredentialStore store;
    private final TokenStore tokens;
    private final PersonHeadersStore headers;
    private final PersonConnections connections;
    private final Changes changes;
    private final CredentialService service;
    private final RegionSeals regions;
    private final Instance<SealedRows> others;
    private final MasterSeal master;
    private final TenantScope scope;

    SealAgain(
            CredentialStore store,
            TokenStore tokens,
            PersonHeadersStore headers,
            PersonConnections connections,
            Changes changes,
            CredentialService service,
            RegionSeals regions,
            @Any Instance<SealedRows> others,
            MasterSeal master,
            TenantScope scope) {
        this.store = store;
        this.tokens = tokens;
        this.headers = headers;
        this.connections = connections;
        this.changes = changes;
        this.service = service;
        this.regions = regions;
        this.others = others;
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
            int sealed = sealAgain()
                    + others.stream().mapToInt(SealedRows::sealAgain).sum();
            if (sealed > 0) {
                LOG.infof("%d secrets are sealed with the keys of now", sealed);
            }
        } catch (RuntimeException e) {
            LOG.warnf("secrets sealed with older keys wait and are tried again: %s", e.getMessage());
            LOG.debug("why they wait", e);
        }
    }

    /** Nothing that is published is another by it, so each is a small transaction of its own. */
    private void sealHeadersAgain(String masterKey) {
        for (PersonHeadersStore.Old old : headers.notSealedBy(masterKey, TOKENS_MAX)) {
            scope.run(
                    old.tenant(),
                    () -> QuarkusTransaction.requiringNew()
                            .run(() -> headers.find(old.id()).ifPresent(row -> row.sealAgain(master, masterKey))));
        }
    }

    private void publishConnectionsAgain() {
        store.tenantsOfConnections().forEach((tenant, keys) -> {
            if (!keys.stream().allMatch(regions::areCurrent)) {
                scope.run(
                        tenant,
                        () -> QuarkusTransaction.requiringNew()
                                .run(() -> changes.make(change -> {
                                    connections.regionsChanged(change);
                                    return change;
                                })));
            }
        });
    }

    /** Answers how many it was. */
    int sealAgain() {
        List<CredentialStore.SealedBy> all = store.sealedBy();
        if (all.isEmpty()) {
            return 0;
        }
        String masterKey = master.currentKey();
        sealHeadersAgain(masterKey);
        publishConnectionsAgain();
        return credentials(all, masterKey) + tokens(masterKey);
    }

    private int credentials(List<CredentialStore.SealedBy> all, String masterKey) {
        List<CredentialStore.SealedBy> old = all.stream()
                .filter(one -> !one.masterKey().equals(masterKey) || !regions.areCurrent(one.regionKeys()))
                .toList();
        for (CredentialStore.SealedBy one : old) {
            scope.run(
                    one.tenant(),
                    () -> QuarkusTransaction.requiringNew().run(() -> service.sealAgain(one.server(), masterKey)));
        }
        return old.size();
    }

    /** Nothing that is published is another by it, so each is a small transaction of its own. */
    private int tokens(String masterKey) {
        List<TokenStore.Old> old = tokens.notSealedBy(masterKey, TOKENS_MAX);
        for (TokenStore.Old one : old) {
            scope.run(
                    one.tenant(),
                    () -> QuarkusTransaction.requiringNew()
                            .run(() -> tokens.lock(one.token()).ifPresent(row -> row.sealAgain(master, masterKey))));
        }
        return old.size();
    }
}
