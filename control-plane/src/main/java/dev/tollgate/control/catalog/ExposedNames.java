package dev.tollgate.control.catalog;

import dev.tollgate.control.identity.TenantContext;
import dev.tollgate.model.access.ToolNames;
import dev.tollgate.model.access.VisibleTools;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.id.ToolId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        List<ServerConfig> servers =
                store.servers().stream().map(row -> row.toConfig(tenant.id())).toList();
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
