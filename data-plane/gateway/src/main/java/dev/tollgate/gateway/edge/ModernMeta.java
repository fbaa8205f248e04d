package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.upstream.ClientAbilities;
import org.jspecify.annotations.Nullable;

/** What a request's {@code _meta} says of itself (2026-07-28, Basic, "_meta"). */
final class ModernMeta {
    private static final Members.Wanted WANTED = Members.Wanted.of(
            "io.modelcontextprotocol/protocolVersion",
            "io.modelcontextprotocol/clientCapabilities",
            "io.modelcontextprotocol/clientInfo",
            "traceparent",
            "io.modelcontextprotocol/logLevel");
    private static final Members.Wanted INFO = Members.Wanted.of("name", "version");
    private static final ModernMeta NONE = new ModernMeta(null, null, null, null, null, null);

    private final @Nullable String revision;
    private final @Nullable ClientAbilities abilities;
    private final @Nullable String clientName;
    private final @Nullable String clientVersion;
    private final @Nullable String traceparent;
    private final @Nullable String logLevel;

    private ModernMeta(
            @Nullable String revision,
            @Nullable ClientAbilities abilities,
            @Nullable String clientName,
            @Nullable String clientVersion,
            @Nullable String traceparent,
            @Nullable String logLevel) {
        this.revision = revision;
        this.abilities = abilities;
        this.clientName = clientName;
        this.clientVersion = clientVersion;
        this.traceparent = traceparent;
        this.logLevel = logLevel;
    }

    static ModernMeta of(RpcMessage message) throws MalformedJson {
        Span meta = message.meta();
        if (meta == null || !message.isObject(meta)) {
            return NONE;
        }
        Members members = Members.read(message.bytes(), meta, WANTED);
        Span capabilities = members.get(1);
        Span info = members.get(2);
        Members client = info == null || !message.isObject(info) ? null : Members.read(message.bytes(), info, INFO);
        return new ModernMeta(
                message.string(members.get(0)),
                capabilities != null && message.isObject(capabilities)
                        ? Capabilities.of(message.bytes(), capabilities).askedInRounds()
                        : null,
                client == null ? null : message.string(client.get(0)),
                client == null ? null : message.string(client.get(1)),
                message.string(members.get(3)),
                message.string(members.get(4)));
    }

    /** The revision that the request is written in; absent from a legacy one. */
    @Nullable
    String revision() {
        return revision;
    }

    boolean hasCapabilities() {
        return abilities != null;
    }

    /** What the client can do for a server that asks something. */
    ClientAbilities abilities() {
        return abilities == null ? ClientAbilities.NONE : abilities;
    }

    @Nullable
    String clientName() {
        return clientName;
    }

    @Nullable
    String clientVersion() {
        return clientVersion;
    }

    @Nullable
    String traceparent() {
        return traceparent;
    }

    /** The least severe log messages that the request wants; absent if it wants none. */
    @Nullable
    String logLevel() {
        return logLevel;
    }
}
