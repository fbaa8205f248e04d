package dev.tollgate.control.key;

import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.subject.SubjectLimits;
import dev.tollgate.model.config.ConfigKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Forgets keys that were revoked long ago, here and at the gateways; to them such a key is then one that never was. */
@ApplicationScoped
public class RevokedKeys {
    private final KeyStore store;
    private final SubjectLimits limits;
    private final Changes changes;

    RevokedKeys(KeyStore store, SubjectLimits limits, Changes changes) {
        this.store = store;
        this.limits = limits;
        this.changes = changes;
    }

    /** Deletes at most {@code batch} of the tenant's in one transaction; answers how many. To be called within the tenant. */
    @Transactional
    public int forget(Instant before, int batch) {
        if (store.revokedBefore(before, 1).isEmpty()) {
            return 0;
        }
        return changes.make(change -> {
            // Asked again behind the tenant's lock: another replica may have been here.
            List<KeyRow> old = store.revokedBefore(before, batch);
            for (KeyRow row : old) {
                change.remove(ConfigKind.KEY, row.id);
                limits.forget(row.target(), change);
                store.remove(row);
            }
            return old.size();
        });
    }
}
