package dev.tollgate.model.config;

import dev.tollgate.model.id.GroupId;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.id.TenantId;
import java.util.List;

/** A named set of tools, by patterns over {@code <server>__<tool>}. */
public record ToolGroupConfig(TenantId tenant, GroupId id, Slug name, List<Grant> patterns) implements ConfigResource {
    public static final int PATTERNS_MAX = 200;

    public ToolGroupConfig {
        patterns = List.copyOf(patterns);
        if (patterns.size() > PATTERNS_MAX) {
            throw new IllegalArgumentException("a tool group has at most " + PATTERNS_MAX + " patterns");
        }
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
