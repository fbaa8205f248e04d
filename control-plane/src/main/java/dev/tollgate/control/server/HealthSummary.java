package dev.tollgate.control.server;

import dev.tollgate.model.api.GatewayHealth;
import dev.tollgate.model.api.ServerHealth;
import dev.tollgate.model.api.ServerHealth.State;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One state of a server, from the last look at it and from what gateways find in calls. */
final class HealthSummary {
    private static final ServerHealth PENDING = new ServerHealth(State.PENDING, null, null, null, null, null, 0, 0);

    private HealthSummary() {}

    /** Reports that no longer count say nothing here. */
    static ServerHealth of(@Nullable HealthRow row, List<GatewayHealth> reports) {
        ServerHealth look = row == null ? PENDING : row.toApi();
        List<GatewayHealth> live = reports.stream()
                .filter(report -> report.state() != GatewayHealth.State.STALE)
                .toList();
        int troubled = (int) live.stream()
                .filter(report -> report.state() != GatewayHealth.State.HEALTHY)
                .count();
        return new ServerHealth(
                state(look, live, troubled),
                look.checkedAt(),
                look.upstreamName(),
                look.protocolVersion(),
                look.stage(),
                look.message(),
                live.size(),
                troubled);
    }

    private static State state(ServerHealth look, List<GatewayHealth> live, int troubled) {
        if (live.isEmpty()) {
            return look.state();
        }
        boolean lookFailed = look.state() == State.FAILING;
        boolean failsEverywhere = live.stream().allMatch(HealthSummary::fails);
        if (failsEverywhere || lookFailed && !hasAnsweredSince(look.checkedAt(), live)) {
            return State.FAILING;
        }
        return lookFailed || troubled > 0 ? State.DEGRADED : State.HEALTHY;
    }

    private static boolean fails(GatewayHealth report) {
        return switch (report.state()) {
            case FAILING, BREAKER_OPEN -> true;
            case HEALTHY, DEGRADED, STALE -> false;
        };
    }

    private static boolean hasAnsweredSince(@Nullable Instant look, List<GatewayHealth> live) {
        return look != null
                && live.stream()
                        .map(GatewayHealth::lastSuccessAt)
                        .filter(Objects::nonNull)
                        .anyMatch(look::isBefore);
    }
}
