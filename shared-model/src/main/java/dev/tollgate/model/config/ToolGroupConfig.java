package dev.tollgate.model.config;

import dev.tollgate.model.id.GroupId;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.id.TenantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named set of tools, by patterns over {@code <server>__<tool>}.
 *
 * @param toolMode how tools are shown to whoever comes by them through the group; absent if it does not say
 */
public record ToolGroupConfig(
        TenantId tenant,
        GroupId id,
        Slug name,
        List<Grant> patterns,
        @Nullable ToolMode toolMode) implements ConfigResource {
    public static final int PATTERNS_MAX = 200;

    public ToolGroupConfig {
        patterns = List.copyOf(patterns);
        if (patterns.size() > PATTERNS_MAX) {
            throw new IllegalArgumentException("a tool group has at most " + PATTERNS_MAX + " patterns");
        }
    }

    /** A group that does not say how its tools are shown. */
    public ToolGroupConfig(TenantId tenant, GroupId id, Slug name, List<Grant> patterns) {
        this(tenant, id, name, patterns, null);
    }

    @Override
    public ConfigKind kind() {
        return ConfigKind.GROUP;
    }

    @Override
    public String resourceId() {
        return id.toString();
    }
}
