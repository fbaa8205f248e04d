package dev.tollgate.gateway.policy;

import dev.tollgate.gateway.config.Derived;
import dev.tollgate.gateway.token.ListedTool;
import dev.tollgate.model.config.ToolMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tools by how they are shown to an agent, and Tollgate's own in place of those that it does not list. A tool that is called
 * like one of these is not listed beside them, and is reached by the servers' names or as another that is not shown by it.
 */
public final class ShownTools {
    private final Map<ExposedTool, ToolMode> modes;
    private final Map<ToolMode, List<ExposedTool>> byMode = new EnumMap<>(ToolMode.class);
    private final Derived derived = new Derived();

    /**
     * @param modes in the order of the tools' names; not to be changed
     */
    ShownTools(Map<ExposedTool, ToolMode> modes) {
        this.modes = modes;
        modes.forEach((tool, mode) ->
                byMode.computeIfAbsent(mode, _ -> new ArrayList<>()).add(tool));
    }

    /** All of them, however they are shown. */
    List<ExposedTool> tools() {
        return List.copyOf(modes.keySet());
    }

    ShownTools where(Predicate<ExposedTool> wanted) {
        Map<ExposedTool, ToolMode> some = new LinkedHashMap<>();
        modes.forEach((tool, mode) -> {
            if (wanted.test(tool)) {
                some.put(tool, mode);
            }
        });
        return new ShownTools(some);
    }

    /** Those that are shown so, in the order of their names. */
    public List<ExposedTool> of(ToolMode mode) {
        return byMode.getOrDefault(mode, List.of());
    }

    /** Tollgate's own tool of this name; null if there is none where nothing is shown by it. */
    public @Nullable MetaTool own(String name) {
        MetaTool tool = MetaTool.named(name);
        return tool != null && byMode.containsKey(tool.mode()) ? tool : null;
    }

    /** What {@code tools/list} says, prepared once. */
    public ToolList list() {
        return derived(ToolList.class, _ -> new ToolList(listed()));
    }

    private List<ToolList.Item> listed() {
        List<ToolList.Item> items = new ArrayList<>();
        for (MetaTool own : MetaTool.values()) {
            if (byMode.containsKey(own.mode())) {
                items.add(new ToolList.Item(own.exposedName(), own));
            }
        }
        of(ToolMode.DIRECT).stream()
                .filter(tool -> own(tool.exposedName()) == null)
                .map(tool -> new ToolList.Item(tool.exposedName(), (ListedTool) tool))
                .forEach(items::add);
        items.sort(Comparator.comparing(ToolList.Item::name));
        return items;
    }

    /** What {@code compute} makes of these tools, computed at most once for a type. */
    public <T> T derived(Class<T> type, Function<ShownTools, T> compute) {
        return derived.get(type, () -> compute.apply(this));
    }
}
