package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.RpcMessage;
import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A modern request's headers must say what its body says (2026-07-28, Streamable HTTP, "Server Validation"): whatever
 * stands before the gateway may have decided by the headers.
 */
final class HeaderMatch {
    private static final String SENTINEL = "=?base64?";
    private static final String SENTINEL_END = "?=";

    private HeaderMatch() {}

    /** What does not match, in words; null if all does. */
    static @Nullable String mismatch(MultiMap headers, RpcMessage message, String method, String revision) {
        String version = headers.get(Headers.PROTOCOL_VERSION);
        if (!revision.equals(version)) {
            return describe("MCP-Protocol-Version", version, "its _meta");
        }
        String headerMethod = headers.get(Headers.MCP_METHOD);
        if (!method.equals(headerMethod)) {
            return describe("Mcp-Method", headerMethod, "its method");
        }
        String name = method.equals("tools/call") ? message.string(message.name()) : null;
        String headerName = headers.get(Headers.MCP_NAME);
        if (name != null && (headerName == null || !name.equals(decode(headerName)))) {
            return describe("Mcp-Name", headerName, "params.name");
        }
        return null;
    }

    private static String describe(String header, @Nullable String value, String counterpart) {
        return value == null
                ? "Header mismatch: " + header + " is missing; it must repeat " + counterpart
                : "Header mismatch: " + header + " does not repeat " + counterpart;
    }

    /** Null if it announces Base64 and is not. */
    private static @Nullable String decode(String value) {
        if (!value.startsWith(SENTINEL)
                || !value.endsWith(SENTINEL_END)
                || value.length() < SENTINEL.length() + SENTINEL_END.length()) {
            return value;
        }
        String encoded = value.substring(SENTINEL.length(), value.length() - SENTINEL_END.length());
        try {
            return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
