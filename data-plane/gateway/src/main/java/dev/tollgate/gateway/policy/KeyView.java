package dev.tollgate.gateway.policy;

import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.model.access.Access;
import dev.tollgate.model.access.RequestFilter;
import dev.tollgate.model.access.ToolModes;
import dev.tollgate.model.access.Visibility;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.config.ToolMode;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.id.GroupId;
import dev.tollgate.model.id.KeyId;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.Slug;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one key sees at one revision: compiled when first asked for, then looked up. */
public final class KeyView {
    /** Views within a group that a snapshot keeps; what is beyond that is compiled when asked for. */
    static final int GROUP_VIEWS_MAX = 10_000;

    private static final KeyView NOTHING = new KeyView(new ShownTools(Map.of()));

    private final List<ExposedTool> tools;
    private final Map<String, ExposedTool> byName;
    private final ShownTools shown;

    private KeyView(ShownTools shown) {
        this.shown = shown;
        this.tools = shown.tools();
        this.byName = HashMap.newHashMap(tools.size());
        tools.forEach(tool -> byName.put(tool.exposedName(), tool));
    }

    /** The compiled views of a snapshot's keys, whole and within a group. */
    private record Views(Map<KeyId, KeyView> byKey, Map<InGroup, KeyView> inGroup) {
        static Views of(TenantSnapshot snapshot) {
            return snapshot.derived(
                    Views.class, _ -> new Views(new ConcurrentHashMap<>(4), new ConcurrentHashMap<>(1)));
        }
    }

    private record InGroup(KeyId key, GroupId group) {}

    /** All that the key sees. */
    public static KeyView of(TenantSnapshot snapshot, VirtualKeyConfig key) {
        Map<KeyId, KeyView> views = Views.of(snapshot).byKey();
        KeyView compiled = views.get(key.id());
        return compiled != null
                ? compiled
                : views.computeIfAbsent(key.id(), _ -> compile(snapshot, key, visibility(snapshot, key)));
    }

    /** What the key sees of one group; nothing if the key does not have it, whether or not there is such a group. */
    public static KeyView of(TenantSnapshot snapshot, VirtualKeyConfig key, Slug groupName) {
        GroupId group = GroupNames.of(snapshot).find(groupName);
        if (group == null) {
            return NOTHING;
        }
        Map<InGroup, KeyView> views = Views.of(snapshot).inGroup();
        KeyView compiled = views.get(new InGroup(key.id(), group));
        if (compiled != null) {
            return compiled;
        }
        KeyView view = compile(snapshot, key, visibility(snapshot, key).within(group));
        if (views.size() < GROUP_VIEWS_MAX) {
            views.put(new InGroup(key.id(), group), view);
        }
        return view;
    }

    private static Visibility visibility(TenantSnapshot snapshot, VirtualKeyConfig key) {
        return Visibility.of(key, snapshot.subjects(), snapshot.groups());
    }

    private static KeyView compile(TenantSnapshot snapshot, VirtualKeyConfig key, Visibility visibility) {
        Map<ExposedTool, ToolMode> seen = new LinkedHashMap<>();
        for (ExposedTool tool : ExposedTools.of(snapshot.catalog()).of(key.environment())) {
            switch (visibility.access(tool.server(), tool.tool())) {
                case Access.Hidden _ -> {}
                case Access.Open _ -> seen.put(tool, mode(snapshot, key, visibility, tool));
                case Access.Conditional given ->
                    seen.put(
                            tool.under(new GrantConditions(given.anyOf(), snapshot)),
                            mode(snapshot, key, visibility, tool));
            }
        }
        return new KeyView(new ShownTools(seen));
    }

    private static ToolMode mode(
            TenantSnapshot snapshot, VirtualKeyConfig key, Visibility visibility, ExposedTool tool) {
        return ToolModes.of(key, visibility.through(tool.server(), tool.tool()), tool.server(), snapshot.config());
    }

    /** The tools that it sees, with their servers. */
    public Stream<Map.Entry<ServerConfig, ToolConfig>> tools() {
        return tools.stream().map(tool -> Map.entry(tool.server(), tool.tool()));
    }

    /** How many tools it sees. */
    public int size() {
        return tools.size();
    }

    /** The names that come after one in their order, so many at most. */
    public List<String> namesAfter(String last, int max) {
        return tools.stream()
                .map(ExposedTool::exposedName)
                .filter(name -> name.compareTo(last) > 0)
                .limit(max)
                .toList();
    }

    /** The tool of this name; null if there is none or it is not visible, which nobody can tell apart. */
    public @Nullable ExposedTool find(String exposedName, RequestFilter filter) {
        ExposedTool tool = byName.get(exposedName);
        return tool != null && (filter.isNone() || admits(filter, tool)) ? tool : null;
    }

    /** The same by the name that its server knows the tool by. */
    public @Nullable ExposedTool find(ServerId server, String upstreamName, RequestFilter filter) {
        return tools.stream()
                .filter(tool -> tool.server().id().equals(server)
                        && tool.tool().name().equals(upstreamName)
                        && (filter.isNone() || admits(filter, tool)))
                .findFirst()
                .orElse(null);
    }

    /** How what is visible is shown; prepared once unless the request narrows it. */
    public ShownTools shown(RequestFilter filter) {
        return filter.isNone() ? shown : shown.where(tool -> admits(filter, tool));
    }

    /** What {@code tools/list} says. */
    public ToolList list(RequestFilter filter) {
        return shown(filter).list();
    }

    /** The servers of which at least one tool is visible. */
    public Set<ServerId> servers(RequestFilter filter) {
        return tools.stream()
                .filter(tool -> admits(filter, tool))
                .map(tool -> tool.server().id())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean admits(RequestFilter filter, ExposedTool tool) {
        return filter.admits(tool.server().name().value(), tool.canonicalName(), tool.exposedName());
    }
}
