package dev.tollgate.control.server;

import dev.tollgate.control.server.ServerTools.Counts;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ServerHealth;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Servers as clients see them: the row, its health and how many tools it has. */
@ApplicationScoped
class ServerViews {
    private static final ServerHealth PENDING =
            new ServerHealth(ServerHealth.State.PENDING, null, null, null, null, null);

    private final ServerStore store;
    private final ServerTools tools;

    ServerViews(ServerStore store, ServerTools tools) {
        this.store = store;
        this.tools = tools;
    }

    Server view(ServerRow row) {
        return viewAll(new Page<>(List.of(row), null)).items().getFirst();
    }

    Page<Server> viewAll(Page<ServerRow> rows) {
        List<UUID> ids = rows.items().stream().map(row -> row.id).toList();
        Map<UUID, HealthRow> health = store.health(ids);
        Map<UUID, Counts> counts = tools.count(ids);
        return new Page<>(
                rows.items().stream()
                        .map(row -> view(row, health.get(row.id), counts.getOrDefault(row.id, Counts.NONE)))
                        .toList(),
                rows.nextCursor());
    }

    private static Server view(ServerRow row, @Nullable HealthRow health, Counts counts) {
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
                health == null ? PENDING : health.toApi(),
                counts.approved(),
                counts.quarantined(),
                row.createdAt(),
                row.version());
    }
}
