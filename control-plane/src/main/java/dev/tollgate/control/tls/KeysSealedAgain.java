package dev.tollgate.control.tls;

import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.seal.MasterSeal;
import dev.tollgate.control.seal.RegionSeals;
import dev.tollgate.control.seal.SealedRows;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Clients' keys, for the job that seals anew what older keys have sealed. */
@ApplicationScoped
class KeysSealedAgain implements SealedRows {
    private final TlsStore store;
    private final TlsService service;
    private final MasterSeal master;
    private final RegionSeals regions;
    private final TenantScope scope;

    KeysSealedAgain(TlsStore store, TlsService service, MasterSeal master, RegionSeals regions, TenantScope scope) {
        this.store = store;
        this.service = service;
        this.master = master;
        this.regions = regions;
        this.scope = scope;
    }

    @Override
    public int sealAgain() {
        List<TlsStore.SealedBy> all = store.sealedBy();
        if (all.isEmpty()) {
            return 0;
        }
        String masterKey = master.currentKey();
        List<TlsStore.SealedBy> old = all.stream()
                .filter(one -> !one.masterKey().equals(masterKey) || !regions.areCurrent(one.regionKeys()))
                .toList();
        for (TlsStore.SealedBy one : old) {
            scope.run(
                    one.tenant(),
                    () -> QuarkusTransaction.requiringNew().run(() -> service.sealAgain(one.server(), masterKey)));
        }
        return old.size();
    }
}
