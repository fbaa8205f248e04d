package dev.tollgate.gateway.meter;

import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.ToolConfig;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt is for, once it is known and visible.
 *
 * @param name of the tool or prompt on its server, or the resource's URI
 * @param tool absent if it is none
 */
public record Target(
        ServerConfig server, String name, @Nullable ToolConfig tool) {
    public static Target of(ServerConfig server, ToolConfig tool) {
        return new Target(server, tool.name(), tool);
    }
}
