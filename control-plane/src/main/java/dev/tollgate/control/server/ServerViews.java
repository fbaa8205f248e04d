package dev.tollgate.control.server;

import dev.tollgate.control.identity.TenantContext;
import dev.tollgate.control.server.ServerTools.Counts;
import dev.tollgate.model.api.GatewayHealth;
import dev.tollgate.model.api.HealthByGateway;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ServerHealth;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Servers as clients see them: the row, its health and how many tools it has. */
@ApplicationScoped
class ServerViews {
    private final ServerStore store;
    private final ServerTools tools;
    private final GatewayReports reports;
    private final TenantContext tenant;

    ServerViews(ServerStore store, ServerTools tools, GatewayReports reports, TenantContext tenant) {
        this.store = store;
        this.tools = tools;
        this.reports = reports;
        this.tenant = tenant;
    }

    HealthByGateway health(ServerRow row, Instant now) {
        List<GatewayHealth> said = reports.of(tenant.id(), List.of(row.id)).getOrDefault(row.id, List.of());
        HealthRow look = store.health(row.id).orElse(null);
        return new HealthByGateway(now, HealthSummary.of(look, said), said);
    }

    /** The ids of all servers of the tenant that are in a state now. */
    List<UUID> inState(ServerHealth.State state) {
        List<UUID> ids = store.ids();
        Map<UUID, HealthRow> health = store.health(ids);
        Map<UUID, List<GatewayHealth>> said = reports.of(tenant.id(), ids);
        return ids.stream()
                .filter(id -> HealthSummary.of(health.get(id), said.getOrDefault(id, List.of()))
                                .state()
                        == state)
                .toList();
    }

    Server view(ServerRow row) {
        return viewAll(new Page<>(List.of(row), null)).items().getFirst();
    }

    Page<Server> viewAll(Page<ServerRow> rows) {
        List<UUID> ids = rows.items().stream().map(row -> row.id).toList();
        Map<UUID, HealthRow> health = store.health(ids);
        Map<UUID, Counts> counts = tools.count(ids);
        Map<UUID, List<GatewayHealth>> said = reports.of(tenant.id(), ids);
        return new Page<>(
                rows.items().stream()
                        .map(row -> view(
                                row,
                                HealthSummary.of(health.get(row.id), said.getOrDefault(row.id, List.of())),
                                counts.getOrDefault(row.id, Counts.NONE)))
                        .toList(),
                rows.nextCursor());
    }

    private static Server view(ServerRow row, ServerHealth health, Counts counts) {
        return new Server(
                row.id,
                row.name,
                row.environmentId,
                row.description,
                row.transport(),
                row.baseline,
                row.prefixMode,
                row.toolApproval,
                row.enabled,
                row.timeoutMillis,
                row.forwardedHeaders,
                row.toolMode,
                row.stubBinding,
                health,
                counts.approved(),
                counts.quarantined(),
                row.createdAt(),
                row.version());
    }
}
