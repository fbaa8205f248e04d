package dev.tollgate.gateway.policy;

import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.model.access.RequestFilter;
import dev.tollgate.model.access.Visibility;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.id.KeyId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What one key sees at one revision: compiled when first asked for, then looked up. */
public final class KeyView {
    private final List<ExposedTool> tools;
    private final Map<String, ExposedTool> byName;
    private volatile @Nullable ToolList whole;

    private KeyView(List<ExposedTool> tools) {
        this.tools = tools;
        this.byName = HashMap.newHashMap(tools.size());
        tools.forEach(tool -> byName.put(tool.exposedName(), tool));
    }

    /** The compiled views of a snapshot's keys. */
    private record Views(Map<KeyId, KeyView> byKey) {}

    public static KeyView of(TenantSnapshot snapshot, VirtualKeyConfig key) {
        Map<KeyId, KeyView> views = snapshot.derived(Views.class, _ -> new Views(new ConcurrentHashMap<>(4)))
                .byKey();
        KeyView compiled = views.get(key.id());
        return compiled != null ? compiled : views.computeIfAbsent(key.id(), _ -> compile(snapshot, key));
    }

    private static KeyView compile(TenantSnapshot snapshot, VirtualKeyConfig key) {
        Visibility visibility = new Visibility(key, snapshot.groups());
        return new KeyView(ExposedTools.of(snapshot.catalog()).of(key.environment()).stream()
                .filter(tool -> visibility.sees(tool.server(), tool.tool()))
                .toList());
    }

    /** The tool of this name; null if there is none or it is not visible, which nobody can tell apart. */
    public @Nullable ExposedTool find(String exposedName, RequestFilter filter) {
        ExposedTool tool = byName.get(exposedName);
        return tool != null && (filter.isNone() || admits(filter, tool)) ? tool : null;
    }

    /** The list of what is visible; prepared once unless the request narrows it. */
    public ToolList list(RequestFilter filter) {
        if (!filter.isNone()) {
            return new ToolList(
                    tools.stream().filter(tool -> admits(filter, tool)).toList());
        }
        ToolList prepared = whole;
        if (prepared == null) {
            prepared = new ToolList(tools);
            whole = prepared;
        }
        return prepared;
    }

    private static boolean admits(RequestFilter filter, ExposedTool tool) {
        return filter.admits(tool.server().name().value(), tool.canonicalName(), tool.exposedName());
    }
}
