package dev.tollgate.control.catalog;

import dev.tollgate.control.publish.Change;
import dev.tollgate.control.server.ServerTools;
import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.id.ServerId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Answers servers what they need to know of their tools. */
@ApplicationScoped
class CatalogOfServers implements ServerTools {
    private final ToolStore tools;

    CatalogOfServers(ToolStore tools) {
        this.tools = tools;
    }

    @Override
    public Map<UUID, Counts> count(Collection<UUID> servers) {
        return servers.isEmpty() ? Map.of() : tools.count(servers);
    }

    @Override
    public void forget(ServerId server, Change change) {
        for (ToolRow row : tools.ofServer(server)) {
            change.remove(ConfigKind.TOOL, row.id);
            tools.remove(row);
        }
    }
}
