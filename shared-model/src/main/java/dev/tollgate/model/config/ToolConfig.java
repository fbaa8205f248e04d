package dev.tollgate.model.config;

import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.id.ToolId;

/**
 * An approved tool. Quarantined and retired ones are not published at all.
 *
 * @param name the name on its server
 * @param definition the MCP tool definition as the server sent it, byte for byte: a JSON object kept as text, because
 *     parsing would lose large numbers, unknown members and key order
 * @param definitionHash SHA-256 of the canonical definition, 64 hexadecimal digits
 */
public record ToolConfig(
        TenantId tenant, ToolId id, ServerId server, String name, String definition, String definitionHash)
        implements ConfigResource {
    @Override
    public ConfigKind kind() {
        return ConfigKind.TOOL;
    }

    @Override
    public String resourceId() {
        return id.toString();
    }
}
