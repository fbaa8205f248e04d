package dev.tollgate.control.key;

import dev.tollgate.control.publish.PublishedState;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.access.VisibleTools;
import dev.tollgate.model.access.VisibleTools.Visible;
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
import dev.tollgate.model.id.GroupId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        return VisibleTools.of(key, snapshot.groups, snapshot.servers, snapshot.tools).stream()
                .map(KeyTools::view)
                .toList();
    }

    private static VisibleTool view(Visible visible) {
        return new VisibleTool(
                visible.tool().id().value(),
                visible.server().id().value(),
                visible.exposedName(),
                visible.server().name().value(),
                visible.tool().name());
    }

    private static final class Snapshot {
        final Map<String, VirtualKeyConfig> keys = new HashMap<>();
        final Map<GroupId, ToolGroupConfig> groups = new HashMap<>();
        final List<ServerConfig> servers = new ArrayList<>();
        final List<ToolConfig> tools = new ArrayList<>();

        void add(ConfigResource resource) {
            switch (resource) {
                case VirtualKeyConfig key -> keys.put(key.id().value(), key);
                case ToolGroupConfig group -> groups.put(group.id(), group);
                case ServerConfig server -> servers.add(server);
                case ToolConfig tool -> tools.add(tool);
                case TenantConfig _, EnvironmentConfig _, PriceConfig _ -> {
                    // Say nothing about what is seen.
                }
            }
        }
    }
}
