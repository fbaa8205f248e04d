package dev.tollgate.control.status;

import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.UpstreamReport;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The newest word of each gateway on each upstream, tenant by tenant. In memory only, as {@link StatusBoard} is; a gateway
 * that is forgotten there is forgotten here.
 */
@Singleton
final class UpstreamBoard {
    private record At(ServerId server, GatewayId gateway) {}

    private final Map<TenantId, Map<At, UpstreamReport>> words = new ConcurrentHashMap<>();

    void heard(UpstreamReport report) {
        words.computeIfAbsent(report.tenant(), _ -> new ConcurrentHashMap<>())
                .put(new At(report.server(), report.gateway()), report);
    }

    void takenBack(UpstreamReport.Key key) {
        words.computeIfPresent(key.tenant(), (_, own) -> {
            own.remove(new At(key.server(), key.gateway()));
            return own.isEmpty() ? null : own;
        });
    }

    /** Of the tenant's servers, in the order of the gateways' ids. */
    List<UpstreamReport> of(TenantId tenant) {
        return words.getOrDefault(tenant, Map.of()).values().stream()
                .sorted(Comparator.comparing(report -> report.gateway().value()))
                .toList();
    }

    void forget(Collection<GatewayId> gone) {
        words.values().forEach(own -> own.keySet().removeIf(at -> gone.contains(at.gateway)));
        words.values().removeIf(Map::isEmpty);
    }
}
