package dev.tollgate.model.access;

import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.SubjectConfig;
import dev.tollgate.model.config.SubjectRef;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.config.ToolGroupConfig;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.id.EnvironmentId;
import dev.tollgate.model.id.GroupId;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.ToolId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a key sees and how it is called there, by the rule that both planes follow. */
public final class VisibleTools {
    private VisibleTools() {}

    /**
     * A tool under the name that agents use.
     *
     * @param through the ways in which the key comes by it, at least one
     */
    public record Visible(ToolConfig tool, ServerConfig server, String exposedName, List<Binding> through) {}

    /**
     * The servers of an environment whose tools are exposed, and so contend for names. What is disabled takes no name
     * from what is served.
     */
    public static Map<ServerId, ServerConfig> exposed(Collection<ServerConfig> servers, EnvironmentId environment) {
        return servers.stream()
                .filter(server -> server.enabled() && server.environment().equals(environment))
                .collect(Collectors.toMap(ServerConfig::id, server -> server));
    }

    /** In the order of their names. */
    public static List<Visible> of(
            VirtualKeyConfig key,
            Map<SubjectRef, SubjectConfig> subjects,
            Map<GroupId, ToolGroupConfig> groups,
            Collection<ServerConfig> servers,
            List<ToolConfig> tools) {
        Map<ServerId, ServerConfig> exposed = exposed(servers, key.environment());
        Map<ToolId, String> names = ToolNames.assign(exposed, tools);
        Visibility visibility = Visibility.of(key, subjects, groups);
        return tools.stream()
                .filter(tool -> visibility.sees(exposed.get(tool.server()), tool))
                .map(tool -> new Visible(
                        tool,
                        Objects.requireNonNull(exposed.get(tool.server())),
                        Objects.requireNonNull(names.get(tool.id())),
                        visibility.through(exposed.get(tool.server()), tool)))
                .sorted(Comparator.comparing(Visible::exposedName))
                .toList();
    }
}
