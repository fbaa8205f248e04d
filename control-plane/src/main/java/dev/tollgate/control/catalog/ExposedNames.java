package dev.tollgate.control.catalog;

import dev.tollgate.control.identity.TenantContext;
import dev.tollgate.model.access.ToolNames;
import dev.tollgate.model.access.VisibleTools;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.id.EnvironmentId;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.id.ToolId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The names under which agents know the tenant's served tools, by the rule that gateways follow. */
@ApplicationScoped
class ExposedNames {
    private final ToolStore store;
    private final TenantContext tenant;

    ExposedNames(ToolStore store, TenantContext tenant) {
        this.store = store;
        this.tenant = tenant;
    }

    Map<ToolId, String> all() {
        List<ServerConfig> servers = servers();
        List<ToolConfig> tools = served(tenant.id());
        Map<ToolId, String> names = new HashMap<>();
        // Tools of servers in other environments are left out by the rule itself.
        servers.stream()
                .map(ServerConfig::environment)
                .distinct()
                .forEach(environment ->
                        names.putAll(ToolNames.assign(VisibleTools.exposed(servers, environment), tools)));
        return names;
    }

    /** Another tool of the same environment that has the name already, as {@code server__tool}. */
    Optional<String> bearer(String name, ToolRow tool) {
        List<ServerConfig> servers = servers();
        EnvironmentId environment = server(servers, tool.serverId).environment();
        List<ToolConfig> others = served(tenant.id()).stream()
                .filter(other -> !other.id().value().equals(tool.id))
                .toList();
        Map<ToolId, String> exposed = ToolNames.assign(VisibleTools.exposed(servers, environment), others);
        Optional<String> served = others.stream()
                .filter(other -> name.equals(exposed.get(other.id())))
                .map(other -> canonical(servers, other.server().value(), other.name()))
                .findFirst();
        return served.or(() ->
                store.aliased(name, environment, tool.id).map(other -> canonical(servers, other.serverId, other.name)));
    }

    private static String canonical(List<ServerConfig> servers, UUID server, String tool) {
        return ToolNames.canonical(server(servers, server).name(), tool);
    }

    private static ServerConfig server(List<ServerConfig> servers, UUID id) {
        return servers.stream()
                .filter(server -> server.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<ServerConfig> servers() {
        return store.servers().stream().map(row -> row.toConfig(tenant.id())).toList();
    }

    private List<ToolConfig> served(TenantId id) {
        List<ToolConfig> tools = new ArrayList<>();
        for (Object[] row : store.served()) {
            // Only what a name is made of; definitions may be many megabytes together.
            tools.add(new ToolConfig(
                    id,
                    new ToolId((UUID) row[0]),
                    new ServerId((UUID) row[1]),
                    String.valueOf(row[2]),
                    (String) row[3],
                    null,
                    "{}",
                    "",
                    null));
        }
        return tools;
    }
}
