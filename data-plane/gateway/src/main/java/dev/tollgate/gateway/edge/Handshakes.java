package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.RpcSplice;
import dev.tollgate.gateway.json.Span;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is said before the first list or call: the same to every caller, so that it says nothing of any tenant. */
final class Handshakes {
    /** How long a client may keep what it was told, in the modern era. */
    static final long DISCOVER_TTL_MILLIS = 3_600_000;

    private static final Members.Wanted INITIALIZE = Members.Wanted.of("protocolVersion");
    private static final byte[] EMPTY = "{}".getBytes(StandardCharsets.US_ASCII);

    private final String serverInfo;
    private final byte[] discovery;

    /**
     * @param version Tollgate's own, told to clients
     */
    Handshakes(String version) {
        this.serverInfo = "{\"name\":\"tollgate\",\"title\":\"Tollgate\",\"version\":\"" + version + "\"}";
        this.discovery = ("{\"resultType\":\"complete\",\"supportedVersions\":" + Era.REVISIONS_JSON
                        + ",\"capabilities\":{\"tools\":{}},\"ttlMs\":" + DISCOVER_TTL_MILLIS
                        + ",\"cacheScope\":\"public\",\"_meta\":{\"io.modelcontextprotocol/serverInfo\":"
                        + serverInfo + "}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The name and version that a result's {@code _meta} repeats, as JSON. */
    String serverInfo() {
        return serverInfo;
    }

    Answer initialize(RpcMessage message) throws MalformedJson {
        Span params = message.params();
        Span wanted = params == null
                ? null
                : Members.read(message.bytes(), params, INITIALIZE).get(0);
        String revision = message.string(wanted);
        if (revision == null) {
            return Faults.of(
                    message, Era.LEGACY, Fault.INVALID_PARAMS, "initialize needs params.protocolVersion, a string.");
        }
        String result = "{\"protocolVersion\":\"" + negotiated(revision)
                + "\",\"capabilities\":{\"tools\":{}},\"serverInfo\":" + serverInfo + "}";
        return answer(message, result.getBytes(StandardCharsets.UTF_8));
    }

    private static String negotiated(@Nullable String wanted) {
        return wanted != null && Era.LEGACY_REVISIONS.contains(wanted) ? wanted : Era.LATEST_LEGACY_REVISION;
    }

    Answer ping(RpcMessage message) {
        return answer(message, EMPTY);
    }

    Answer discover(RpcMessage message) {
        return answer(message, discovery);
    }

    private static Answer answer(RpcMessage message, byte[] result) {
        Span id = Objects.requireNonNull(message.id(), "a request has an id");
        return Answer.of(200, RpcSplice.result(message.bytes(), id, result).toBuffer());
    }
}
