package dev.tollgate.gateway.upstream;

import dev.tollgate.gateway.json.RpcMessage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who an upstream says it is; untrusted.
 *
 * @param protocolVersion the MCP revision negotiated
 */
public record UpstreamIdentity(
        @Nullable String name, @Nullable String version, String protocolVersion, UpstreamCapabilities capabilities) {
    private static final int CHARS_MAX = 200;

    public UpstreamIdentity {
        name = cut(name);
        version = cut(version);
    }

    /** As an answer to {@code initialize} says; empty if it names no revision that this gateway speaks. */
    public static Optional<UpstreamIdentity> ofInitialize(RpcMessage answer) {
        return Handshake.initialized(answer, null).map(Session::identity);
    }

    /** As an answer to {@code server/discover} says; empty if it does not speak the revision of the modern era. */
    public static Optional<UpstreamIdentity> ofDiscovery(RpcMessage answer) {
        return Handshake.discovered(answer).map(Session::identity);
    }

    /** Whether every request says for itself what it speaks. */
    public boolean isModern() {
        return protocolVersion.equals(Session.MODERN);
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= CHARS_MAX ? text : text.substring(0, CHARS_MAX);
    }
}
