package dev.tollgate.model.access;

import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.config.ToolGroupConfig;
import dev.tollgate.model.config.ToolPattern;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.id.GroupId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rule of what a key sees: approved tools ∩ the server's baseline ∩ the key's environment ∩ (the key's own grants ∪
 * its groups). No grants mean nothing. What a request's headers then narrow is the gateway's to apply, with
 * {@link RequestFilter}.
 */
public final class Visibility {
    private final VirtualKeyConfig key;
    private final List<ToolPattern> patterns;

    /** Gathers the key's patterns. A group that is named but absent grants nothing. */
    public Visibility(VirtualKeyConfig key, Map<GroupId, ToolGroupConfig> groups) {
        this.key = key;
        List<ToolPattern> all = new ArrayList<>(key.grants());
        for (GroupId id : key.groups()) {
            ToolGroupConfig group = groups.get(id);
            if (group != null) {
                all.addAll(group.patterns());
            }
        }
        this.patterns = List.copyOf(all);
    }

    /**
     * Whether the key sees an approved tool.
     *
     * @param server the tool's server; absent if it is not published, and then nothing of it is seen
     */
    public boolean sees(@Nullable ServerConfig server, ToolConfig tool) {
        return server != null
                && server.enabled()
                && server.environment().equals(key.environment())
                && server.baselineAdmits(tool.name())
                && granted(ToolNames.canonical(server.name(), tool.name()));
    }

    private boolean granted(String canonicalName) {
        for (ToolPattern pattern : patterns) {
            if (pattern.matches(canonicalName)) {
                return true;
            }
        }
        return false;
    }
}
