package dev.tollgate.control.status;

import dev.tollgate.control.server.GatewayReports;
import dev.tollgate.control.tenant.TenantRegion;
import dev.tollgate.model.api.GatewayHealth;
import dev.tollgate.model.health.UpstreamFailure;
import dev.tollgate.model.health.UpstreamState;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.GatewayHeartbeat;
import dev.tollgate.model.wire.UpstreamReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers what the gateways of a tenant's region say of its servers, as far as that still counts. */
@ApplicationScoped
class UpstreamReports implements GatewayReports {
    private final StatusBoard gateways;
    private final UpstreamBoard board;
    private final TenantRegion regions;

    UpstreamReports(StatusBoard gateways, UpstreamBoard board, TenantRegion regions) {
        this.gateways = gateways;
        this.board = board;
        this.regions = regions;
    }

    @Override
    public Map<UUID, List<GatewayHealth>> of(TenantId tenant, Collection<UUID> servers) {
        List<UpstreamReport> reports = board.of(tenant);
        if (reports.isEmpty()) {
            return Map.of();
        }
        String region = regions.of(tenant);
        Map<GatewayId, GatewayHeartbeat> heartbeats = gateways.gateways().stream()
                .filter(heartbeat -> heartbeat.region().value().equals(region))
                .collect(Collectors.toMap(GatewayHeartbeat::gateway, Function.identity()));
        Set<UUID> wanted = new HashSet<>(servers);
        Instant now = Instant.now();
        Map<UUID, List<GatewayHealth>> byServer = new HashMap<>();
        for (UpstreamReport report : reports) {
            GatewayHeartbeat heartbeat = heartbeats.get(report.gateway());
            if (heartbeat != null && wanted.contains(report.server().value()) && counts(report, heartbeat)) {
                byServer.computeIfAbsent(report.server().value(), _ -> new ArrayList<>())
                        .add(shown(report, StatusBoard.isLive(heartbeat, now)));
            }
        }
        return byServer;
    }

    /** A gateway that has started anew has called nobody yet, whatever its last life said. */
    private static boolean counts(UpstreamReport report, GatewayHeartbeat heartbeat) {
        return heartbeat.boot().equals(report.boot());
    }

    private static GatewayHealth shown(UpstreamReport report, boolean live) {
        UpstreamFailure failure = report.lastFailure();
        return new GatewayHealth(
                report.gateway().value(),
                live ? state(report.state()) : GatewayHealth.State.STALE,
                report.lastSuccessAt(),
                failure == null
                        ? null
                        : new GatewayHealth.Failure(
                                failure.stage(), failure.cause(), failure.httpStatus(), failure.words(), failure.at()),
                report.failuresInARow(),
                report.retryAt(),
                report.at());
    }

    private static GatewayHealth.State state(UpstreamState state) {
        return switch (state) {
            case HEALTHY -> GatewayHealth.State.HEALTHY;
            case DEGRADED -> GatewayHealth.State.DEGRADED;
            case FAILING -> GatewayHealth.State.FAILING;
            case BREAKER_OPEN -> GatewayHealth.State.BREAKER_OPEN;
        };
    }
}
