package dev.tollgate.model.api;

import dev.tollgate.model.config.ToolMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tool group as written by a client.
 *
 * @param patterns globs over server__tool, each perhaps with a condition
 * @param toolMode how its tools are shown to keys that do not say; absent for what the servers and the settings say
 */
public record NewToolGroup(
        String name,
        @Nullable String description,
        List<ToolGrant> patterns,
        @Nullable ToolMode toolMode) {
    /** A group of patterns without conditions. */
    public static NewToolGroup simple(String name, @Nullable String description, List<String> patterns) {
        return new NewToolGroup(
                name, description, patterns.stream().map(ToolGrant::of).toList(), null);
    }
}
