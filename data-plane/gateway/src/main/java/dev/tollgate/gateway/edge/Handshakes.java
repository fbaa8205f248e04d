package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.RpcSplice;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.session.SessionTokens;
import dev.tollgate.gateway.upstream.ClientAbilities;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is said before the first list or call: the same to every caller, so that it says nothing of any tenant. */
final class Handshakes {
    /** How long a client may keep what it was told, in the modern era. */
    static final long DISCOVER_TTL_MILLIS = 3_600_000;

    private static final Members.Wanted INITIALIZE = Members.Wanted.of("protocolVersion", "capabilities", "clientInfo");
    private static final Members.Wanted INFO = Members.Wanted.of("name", "version");
    /** What some server behind Tollgate may have; whether one that the caller sees does, its lists tell. */
    private static final String LISTS = "\"tools\":{\"listChanged\":true},\"prompts\":{\"listChanged\":true},";

    private static final String LEGACY_CAPABILITIES =
            "{" + LISTS + "\"resources\":{\"listChanged\":true,\"subscribe\":true},\"completions\":{},\"logging\":{}";
    /** Only one revision of the legacy era has them. No list: which tasks are whose no gateway keeps. */
    private static final String LEGACY_TASKS = ",\"tasks\":{\"cancel\":{},\"requests\":{\"tools\":{\"call\":{}}}}";

    private static final String MODERN_CAPABILITIES =
            "{" + LISTS + "\"resources\":{\"listChanged\":true,\"subscribe\":true},\"completions\":{},"
                    + "\"extensions\":{\"" + ClientAbilities.TASKS_EXTENSION + "\":{}}}";

    private static final byte[] EMPTY = "{}".getBytes(StandardCharsets.US_ASCII);

    private final String serverInfo;
    private final byte[] discovery;
    private final SessionTokens sessions;

    /**
     * @param version Tollgate's own, told to clients
     */
    Handshakes(String version, SessionTokens sessions) {
        this.sessions = sessions;
        this.serverInfo = "{\"name\":\"tollgate\",\"title\":\"Tollgate\",\"version\":\"" + version + "\"}";
        this.discovery = ("{\"resultType\":\"complete\",\"supportedVersions\":" + Era.REVISIONS_JSON
                        + ",\"capabilities\":" + MODERN_CAPABILITIES + ",\"ttlMs\":" + DISCOVER_TTL_MILLIS
                        + ",\"cacheScope\":\"public\",\"_meta\":{\"io.modelcontextprotocol/serverInfo\":"
                        + serverInfo + "}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The name and version that a result's {@code _meta} repeats, as JSON. */
    String serverInfo() {
        return serverInfo;
    }

    Answer initialize(Caller caller, RpcMessage message) throws MalformedJson {
        byte[] bytes = message.bytes();
        Span params = message.params();
        Members members = params == null ? null : Members.read(bytes, params, INITIALIZE);
        String wanted = members == null ? null : message.string(members.get(0));
        if (members == null || wanted == null) {
            return Faults.of(
                    message, Era.LEGACY, Fault.INVALID_PARAMS, "initialize needs params.protocolVersion, a string.");
        }
        String revision = Era.LEGACY_REVISIONS.contains(wanted) ? wanted : Era.LATEST_LEGACY_REVISION;
        Span info = members.get(2);
        Members client = info == null || !message.isObject(info) ? null : Members.read(bytes, info, INFO);
        String session = sessions.begin(
                caller.key(),
                revision,
                client == null ? "" : told(message, client.get(0)),
                client == null ? "" : told(message, client.get(1)),
                Capabilities.of(bytes, members.get(1)));
        String result = "{\"protocolVersion\":\"" + revision + "\",\"capabilities\":" + LEGACY_CAPABILITIES
                + (revision.equals(Era.LATEST_LEGACY_REVISION) ? LEGACY_TASKS : "") + "},\"serverInfo\":" + serverInfo
                + "}";
        return answer(message, result.getBytes(StandardCharsets.UTF_8)).inSession(session);
    }

    private static String told(RpcMessage message, @Nullable Span at) {
        return Asked.shown(Objects.requireNonNullElse(message.string(at), ""));
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
