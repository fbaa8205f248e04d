package dev.tollgate.model.api;

import dev.tollgate.model.config.PrefixMode;
import dev.tollgate.model.config.Transport;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An MCP server as written by a client.
 *
 * @param name lower-case letters, digits and dashes; the prefix of its tools' names
 * @param baseline widest set of tools anyone may see; absent means all
 * @param prefixMode absent means always
 * @param toolApproval absent means manual
 * @param enabled absent means true
 * @param timeoutMillis absent means 30,000
 * @param forwardedHeaders names of headers that agents' requests hand on to it; absent means none
 */
public record NewServer(
        String name,
        UUID environmentId,
        @Nullable String description,
        Transport transport,
        @Nullable List<String> baseline,
        @Nullable PrefixMode prefixMode,
        @Nullable ToolApproval toolApproval,
        @Nullable Boolean enabled,
        @Nullable Integer timeoutMillis,
        @Nullable List<String> forwardedHeaders) {
    /** A server that is handed no header. */
    public NewServer(
            String name,
            UUID environmentId,
            @Nullable String description,
            Transport transport,
            @Nullable List<String> baseline,
            @Nullable PrefixMode prefixMode,
            @Nullable ToolApproval toolApproval,
            @Nullable Boolean enabled,
            @Nullable Integer timeoutMillis) {
        this(
                name,
                environmentId,
                description,
                transport,
                baseline,
                prefixMode,
                toolApproval,
                enabled,
                timeoutMillis,
                null);
    }
}
