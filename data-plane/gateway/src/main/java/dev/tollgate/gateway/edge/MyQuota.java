package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.gateway.policy.KeyView;
import dev.tollgate.gateway.quota.CallLimits;
import dev.tollgate.gateway.quota.KnownLimit;
import dev.tollgate.model.config.VirtualKeyConfig;
import java.util.List;

/**
 * What a caller is told of the limits that it is held to.
 *
 * @param limits those of the caller, nearest first, then those of what it sees; so many at most
 * @param count of all
 * @param revision of the configuration that says so
 */
record MyQuota(List<KnownLimit> limits, int count, long revision) {
    static final int LIMITS_MAX = 1_000;

    static MyQuota of(TenantSnapshot snapshot, VirtualKeyConfig key, CallLimits limits) {
        List<KnownLimit> all =
                limits.of(snapshot, key, KeyView.of(snapshot, key).tools());
        return new MyQuota(all.stream().limit(LIMITS_MAX).toList(), all.size(), snapshot.revision());
    }
}
