package dev.tollgate.model.api;

import dev.tollgate.model.config.PrefixMode;
import dev.tollgate.model.config.Transport;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An MCP server.
 *
 * @param forwardedHeaders names of headers that agents' requests hand on to it, in lower case
 */
public record Server(
        UUID id,
        String name,
        UUID environmentId,
        @Nullable String description,
        Transport transport,
        List<String> baseline,
        PrefixMode prefixMode,
        ToolApproval toolApproval,
        boolean enabled,
        int timeoutMillis,
        List<String> forwardedHeaders,
        ServerHealth health,
        int approvedTools,
        int quarantinedTools,
        Instant createdAt,
        long version) {}
