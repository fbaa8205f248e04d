package dev.tollgate.model.config;

import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.id.ToolId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An approved tool. Quarantined and retired ones are not published at all.
 *
 * @param name the name on its server
 * @param alias the name that agents know it by, in place of the one that the prefix mode gives
 * @param description replaces the definition's own for agents; absent to keep that
 * @param definition the MCP tool definition as the server sent it, byte for byte: a JSON object kept as text, because
 *     parsing would lose large numbers, unknown members and key order
 * @param definitionHash SHA-256 of the canonical definition, 64 hexadecimal digits
 * @param pendingInputSchema what its server asks of arguments by now, where that waits for approval: arguments that do not
 *     fit it are not sent
 * @param callApproval whether somebody is asked before it is called; absent to go by what the tenant says of tools like it
 */
public record ToolConfig(
        TenantId tenant,
        ToolId id,
        ServerId server,
        String name,
        @Nullable String alias,
        @Nullable String description,
        String definition,
        String definitionHash,
        @Nullable String pendingInputSchema,
        @Nullable CallApproval callApproval)
        implements ConfigResource {
    private static final Pattern ALIAS = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    public static final int DESCRIPTION_CHARS_MAX = 4_000;

    public ToolConfig {
        if (alias != null && !ALIAS.matcher(alias).matches()) {
            throw new IllegalArgumentException("an alias is 1 to 64 characters of A-Z, a-z, 0-9, _ and -");
        }
        if (description != null && description.length() > DESCRIPTION_CHARS_MAX) {
            throw new IllegalArgumentException("a description has at most " + DESCRIPTION_CHARS_MAX + " characters");
        }
    }

    /** A tool of which nothing is said about asking first. */
    public ToolConfig(
            TenantId tenant,
            ToolId id,
            ServerId server,
            String name,
            @Nullable String alias,
            @Nullable String description,
            String definition,
            String definitionHash,
            @Nullable String pendingInputSchema) {
        this(tenant, id, server, name, alias, description, definition, definitionHash, pendingInputSchema, null);
    }

    @Override
    public ConfigKind kind() {
        return ConfigKind.TOOL;
    }

    @Override
    public String resourceId() {
        return id.toString();
    }
}
