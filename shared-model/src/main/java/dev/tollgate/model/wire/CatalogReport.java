package dev.tollgate.model.wire;

import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway found on an upstream. All of it but ids and times is the upstream's own word and untrusted.
 *
 * @param tools all tools found; empty if the look failed
 * @param failure why the look failed; absent if it did not
 * @param upstreamName the server's name for itself
 * @param protocolVersion the MCP revision negotiated
 */
public record CatalogReport(
        TenantId tenant,
        ServerId server,
        GatewayId gateway,
        Instant at,
        @Nullable String upstreamName,
        @Nullable String upstreamVersion,
        @Nullable String protocolVersion,
        List<DiscoveredTool> tools,
        @Nullable Failure failure) {
    /** A bound on hostile upstreams; what is beyond it is left out and the report fails at {@link Stage#LIST}. */
    public static final int TOOLS_MAX = 5_000;

    public CatalogReport {
        tools = List.copyOf(tools);
    }

    /** The key of its record, {@code tenant/server}. */
    public String key() {
        return tenant + "/" + server;
    }

    /**
     * One tool.
     *
     * @param definition the whole definition as sent, a JSON object as text
     */
    public record DiscoveredTool(String name, String definition) {}

    /**
     * @param message one sentence for an admin, without secrets
     */
    public record Failure(Stage stage, String message) {}

    /** How far a look came before it failed. */
    public enum Stage {
        /** The address is not allowed, or the command's name is not. */
        ADDRESS,
        CONNECT,
        INITIALIZE,
        LIST
    }
}
