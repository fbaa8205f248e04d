package dev.tollgate.control.status;

import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.TenantApplied;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** When gateways first served revisions, of the last that were heard of; the topic itself keeps the newest of each alone. */
final class AppliedTimes {
    static final int KEPT_MAX = 50_000;

    private final Map<Applied, Instant> times = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Applied, Instant> eldest) {
            return size() > KEPT_MAX;
        }
    };

    private record Applied(TenantId tenant, GatewayId gateway, long epoch, long revision) {}

    synchronized void heard(TenantApplied word) {
        long epoch = word.epoch() == null ? 0 : word.epoch();
        times.putIfAbsent(new Applied(word.tenant(), word.gateway(), epoch, word.revision()), word.at());
    }

    synchronized Optional<Instant> of(TenantId tenant, GatewayId gateway, long epoch, long revision) {
        return Optional.ofNullable(times.get(new Applied(tenant, gateway, epoch, revision)));
    }
}
