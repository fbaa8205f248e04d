package dev.tollgate.model.api;

import dev.tollgate.model.config.PrefixMode;
import dev.tollgate.model.config.StubBinding;
import dev.tollgate.model.config.ToolMode;
import dev.tollgate.model.config.Transport;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An MCP server.
 *
 * @param forwardedHeaders names of headers that agents' requests hand on to it, in lower case
 * @param toolMode how its tools are shown where neither key nor group says; absent for what the settings say
 * @param stubBinding into how many files its tools are put for scripts
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
        @Nullable ToolMode toolMode,
        StubBinding stubBinding,
        ServerHealth health,
        int approvedTools,
        int quarantinedTools,
        Instant createdAt,
        long version) {}
