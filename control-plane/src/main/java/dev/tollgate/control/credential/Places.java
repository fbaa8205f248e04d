package dev.tollgate.control.credential;

import dev.tollgate.model.id.TenantId;
import java.util.HashMap;
import java.util.Map;

/**
 * One replica's places for renewals. No tenant has more than its share of them: a provider that hangs keeps each renewal for
 * as long as it is waited for, and who names such a provider would else have all places.
 */
final class Places {
    /** Of one replica; what is due waits in the database. */
    static final int MAX = 8;

    static final int OF_TENANT_MAX = 3;

    private final Map<TenantId, Integer> taken = new HashMap<>();

    /**
     * What may be claimed.
     *
     * @param taken how many places tenants have already, which count towards their share
     */
    record Room(int all, int ofTenant, Map<TenantId, Integer> taken) {
        Room {
            taken = Map.copyOf(taken);
        }
    }

    synchronized Room room() {
        int all = taken.values().stream().mapToInt(Integer::intValue).sum();
        return new Room(MAX - all, OF_TENANT_MAX, taken);
    }

    /**
     * One place for something that there was room for.
     *
     * @return whether the tenant has its whole share now
     */
    synchronized boolean take(TenantId tenant) {
        return taken.merge(tenant, 1, Integer::sum) >= OF_TENANT_MAX;
    }

    synchronized void free(TenantId tenant) {
        taken.computeIfPresent(tenant, (_, places) -> places == 1 ? null : places - 1);
    }
}
