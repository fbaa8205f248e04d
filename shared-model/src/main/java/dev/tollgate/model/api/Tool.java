package dev.tollgate.model.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.model.config.CallApproval;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tool found on a server.
 *
 * @param name its name on the server
 * @param exposedName its name for agents; absent unless approved, on a server that is enabled
 * @param alias the name that an admin gave it for agents
 * @param descriptionOverride what agents read in place of its own description
 * @param callApproval whether somebody is asked before it is called; absent for what the settings say of tools like it
 * @param flags what is suspicious about what the server says it is now
 * @param definition the approved definition, or the one first seen while none is approved
 * @param pendingDefinition what the server says now, where it differs from what is approved
 */
public record Tool(
        UUID id,
        UUID serverId,
        String serverName,
        String name,
        @Nullable String exposedName,
        @Nullable String title,
        @Nullable String description,
        @Nullable String alias,
        @Nullable String descriptionOverride,
        @Nullable CallApproval callApproval,
        List<ToolFlag> flags,
        State state,
        JsonNode definition,
        String definitionHash,
        @Nullable JsonNode pendingDefinition,
        @Nullable String pendingDefinitionHash,
        Instant firstSeenAt,
        Instant lastSeenAt,
        long version) {
    /** Whether agents may see it. A quarantined tool that has an approved definition is served with that one. */
    public enum State {
        APPROVED,
        QUARANTINED,
        RETIRED
    }
}
