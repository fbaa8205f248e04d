package dev.tollgate.model.api;

import dev.tollgate.model.config.PrefixMode;
import dev.tollgate.model.config.StubBinding;
import dev.tollgate.model.config.ToolMode;
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
 * @param toolMode how its tools are shown where neither key nor group says; absent for what the settings say
 * @param stubBinding into how many files its tools are put for scripts; absent means one
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
        @Nullable List<String> forwardedHeaders,
        @Nullable ToolMode toolMode,
        @Nullable StubBinding stubBinding) {
    /** A server that is handed no header and does not say how its tools are shown. */
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
                null,
                null,
                null);
    }
}
