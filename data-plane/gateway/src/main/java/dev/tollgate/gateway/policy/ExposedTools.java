package dev.tollgate.gateway.policy;

import dev.tollgate.gateway.config.ToolCatalog;
import dev.tollgate.model.access.ToolNames;
import dev.tollgate.model.access.VisibleTools;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.id.EnvironmentId;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.ToolId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** The tools of a catalogue under their exposed names, an environment at a time and when first asked. */
final class ExposedTools {
    private static final Logger LOG = Logger.getLogger(ExposedTools.class);

    private final ToolCatalog catalog;
    private final Map<EnvironmentId, List<ExposedTool>> byEnvironment = new ConcurrentHashMap<>(2);

    ExposedTools(ToolCatalog catalog) {
        this.catalog = catalog;
    }

    static ExposedTools of(ToolCatalog catalog) {
        return catalog.derived(ExposedTools.class, ExposedTools::new);
    }

    /** All tools that the environment serves, in the order of their names, so that lists come in the same order each time. */
    List<ExposedTool> of(EnvironmentId environment) {
        return byEnvironment.computeIfAbsent(environment, this::assign);
    }

    private List<ExposedTool> assign(EnvironmentId environment) {
        Map<ServerId, ServerConfig> servers =
                VisibleTools.exposed(catalog.servers().values(), environment);
        List<ToolConfig> tools = catalog.tools().stream()
                .filter(tool -> servers.containsKey(tool.server()))
                .toList();
        Map<ToolId, String> names = ToolNames.assign(servers, tools);
        List<ExposedTool> exposed = tools.stream()
                .map(tool -> ExposedTool.of(tool, server(servers, tool), name(names, tool)))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(ExposedTool::exposedName))
                .toList();
        if (exposed.size() < tools.size()) {
            LOG.warnf(
                    "%d tools of environment %s are left out: their definitions are no objects with one name",
                    tools.size() - exposed.size(), environment);
        }
        return exposed;
    }

    private static ServerConfig server(Map<ServerId, ServerConfig> servers, ToolConfig tool) {
        ServerConfig server = servers.get(tool.server());
        if (server == null) {
            throw new IllegalStateException("only tools of these servers were kept");
        }
        return server;
    }

    private static String name(Map<ToolId, String> names, ToolConfig tool) {
        String name = names.get(tool.id());
        if (name == null) {
            throw new IllegalStateException("every tool of these servers has a name");
        }
        return name;
    }
}
