package dev.tollgate.bench.wire;

import java.util.Map;

/** A form of the protocol: legacy, with a handshake; or modern (2026-07-28), where each request says whose and what it is. */
public enum Era {
    LEGACY,
    MODERN;

    /** The one revision of the modern era. */
    public static final String MODERN_REVISION = "2026-07-28";

    private static final String META = ",\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"" + MODERN_REVISION
            + "\",\"io.modelcontextprotocol/clientInfo\":{\"name\":\"tollgate-bench\",\"version\":\"1\"},"
            + "\"io.modelcontextprotocol/clientCapabilities\":{}}";

    /** The headers that a call of this tool has besides those of every request. */
    public Map<String, String> callHeaders(String tool) {
        return switch (this) {
            case LEGACY -> Map.of();
            case MODERN ->
                Map.of("MCP-Protocol-Version", MODERN_REVISION, "Mcp-Method", "tools/call", "Mcp-Name", tool);
        };
    }

    /** What a request's params end in: with a comma before it, or nothing. */
    public String meta() {
        return switch (this) {
            case LEGACY -> "";
            case MODERN -> META;
        };
    }
}
