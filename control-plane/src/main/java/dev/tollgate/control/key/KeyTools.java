package dev.tollgate.control.key;

import dev.tollgate.control.publish.PublishedState;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.access.ToolNames;
import dev.tollgate.model.access.Visibility;
import dev.tollgate.model.api.VisibleTool;
import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.config.ConfigResource;
import dev.tollgate.model.config.EnvironmentConfig;
import dev.tollgate.model.config.PriceConfig;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.TenantConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.config.ToolGroupConfig;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.id.EnvironmentId;
import dev.tollgate.model.id.GroupId;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.ToolId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a key sees, by the very rule that gateways follow and from what was published to them. */
@ApplicationScoped
class KeyTools {
    private final PublishedState published;

    KeyTools(PublishedState published) {
        this.published = published;
    }

    @Transactional
    List<VisibleTool> seenBy(String keyId) {
        Snapshot snapshot = new Snapshot();
        published
                .ofKinds(ConfigKind.KEY, ConfigKind.GROUP, ConfigKind.SERVER, ConfigKind.TOOL)
                .forEach(snapshot::add);
        VirtualKeyConfig key = snapshot.keys.get(keyId);
        if (key == null) {
            throw Refused.notFound();
        }
        Visibility visibility = new Visibility(key, snapshot.groups);
        Map<ToolId, String> names = ToolNames.assign(snapshot.serversOf(key.environment()), snapshot.tools);
        return snapshot.tools.stream()
                .filter(tool -> visibility.sees(snapshot.servers.get(tool.server()), tool))
                .map(tool -> view(tool, snapshot, names))
                .sorted(Comparator.comparing(VisibleTool::exposedName))
                .toList();
    }

    private static VisibleTool view(ToolConfig tool, Snapshot snapshot, Map<ToolId, String> names) {
        ServerConfig server = Objects.requireNonNull(snapshot.servers.get(tool.server()));
        return new VisibleTool(
                tool.id().value(),
                server.id().value(),
                Objects.requireNonNull(names.get(tool.id())),
                server.name().value(),
                tool.name());
    }

    private static final class Snapshot {
        final Map<String, VirtualKeyConfig> keys = new HashMap<>();
        final Map<GroupId, ToolGroupConfig> groups = new HashMap<>();
        final Map<ServerId, ServerConfig> servers = new HashMap<>();
        final List<ToolConfig> tools = new ArrayList<>();

        void add(ConfigResource resource) {
            switch (resource) {
                case VirtualKeyConfig key -> keys.put(key.id().value(), key);
                case ToolGroupConfig group -> groups.put(group.id(), group);
                case ServerConfig server -> servers.put(server.id(), server);
                case ToolConfig tool -> tools.add(tool);
                case TenantConfig _, EnvironmentConfig _, PriceConfig _ -> {
                    // Say nothing about what is seen.
                }
            }
        }

        Map<ServerId, ServerConfig> serversOf(EnvironmentId environment) {
            return servers.values().stream()
                    .filter(server -> server.environment().equals(environment))
                    .collect(Collectors.toMap(ServerConfig::id, server -> server));
        }
    }
}
