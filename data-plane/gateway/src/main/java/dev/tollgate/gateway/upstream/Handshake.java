package dev.tollgate.gateway.upstream;

import dev.tollgate.gateway.json.JsonReader;
import dev.tollgate.gateway.json.JsonText;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.Span;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The messages by which a session begins, whatever the transport. We advertise what the agent's
 * client can do and nothing else, so that no upstream asks for what cannot be had.
 */
public final class Handshake {
    static final String CLIENT_INFO = "{\"name\":\"tollgate\",\"version\":\"0.1.0\"}";
    private static final String MODERN_META = "\"io.modelcontextprotocol/protocolVersion\":\"" + Session.MODERN
            + "\",\"io.modelcontextprotocol/clientInfo\":" + CLIENT_INFO
            + ",\"io.modelcontextprotocol/clientCapabilities\":";
    private static final String MODERN_META_OF_NONE = MODERN_META + "{}";
    static final String INITIALIZE = "initialize";
    static final String DISCOVER = "server/discover";
    private static final String SERVER_INFO_META = "io.modelcontextprotocol/serverInfo";
    private static final Members.Wanted RESULT =
            Members.Wanted.of("protocolVersion", "serverInfo", "supportedVersions", "_meta", "capabilities");
    private static final Members.Wanted INFO = Members.Wanted.of("name", "version");
    private static final Members.Wanted META = Members.Wanted.of(SERVER_INFO_META);
    private static final int VERSIONS_MAX = 100;

    private Handshake() {}

    /** What a request's {@code _meta} says of our own protocol in the modern era, as JSON members. */
    public static String modernMeta(ClientAbilities abilities) {
        return abilities.isNone() ? MODERN_META_OF_NONE : MODERN_META + abilities.capabilitiesJson();
    }

    public static byte[] initialize(long id, ClientAbilities abilities) {
        return ("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + INITIALIZE
                        + "\",\"params\":{\"protocolVersion\":\"" + Session.LEGACY_OFFERED
                        + "\",\"capabilities\":" + abilities.capabilitiesJson() + ",\"clientInfo\":" + CLIENT_INFO
                        + "}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] initialized() {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}".getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] discover(long id) {
        return ("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + DISCOVER + "\",\"params\":{\"_meta\":{"
                        + MODERN_META_OF_NONE + "}}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The session that an answer to initialize begins; empty if it is none that we can have. */
    static Optional<Session> initialized(RpcMessage answer, @Nullable String sessionId) {
        return read(answer, result -> {
            String revision = string(answer.bytes(), result.get(0));
            return revision != null && Session.LEGACY.contains(revision)
                    ? new Session(revision, sessionId, identity(answer.bytes(), result.get(1), result.get(4), revision))
                    : null;
        });
    }

    /** The session that an answer to discover begins; empty if the upstream does not speak our modern revision. */
    static Optional<Session> discovered(RpcMessage answer) {
        return read(answer, result -> {
            Span versions = result.get(2);
            if (versions == null || !lists(answer.bytes(), versions, Session.MODERN)) {
                return null;
            }
            Span info = result.get(1);
            Span meta = result.get(3);
            if (info == null && meta != null) {
                info = Members.read(answer.bytes(), meta, META).get(0);
            }
            return new Session(Session.MODERN, null, identity(answer.bytes(), info, result.get(4), Session.MODERN));
        });
    }

    private interface ResultReader {
        @Nullable
        Session read(Members result) throws MalformedJson;
    }

    private static Optional<Session> read(RpcMessage answer, ResultReader reader) {
        Span result = answer.result();
        if (result == null || !answer.isObject(result)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(reader.read(Members.read(answer.bytes(), result, RESULT)));
        } catch (MalformedJson e) {
            return Optional.empty();
        }
    }

    private static UpstreamIdentity identity(
            byte[] bytes, @Nullable Span info, @Nullable Span capabilities, String revision) throws MalformedJson {
        UpstreamCapabilities able = UpstreamCapabilities.read(bytes, capabilities);
        if (info == null) {
            return new UpstreamIdentity(null, null, revision, able);
        }
        Members members = Members.read(bytes, info, INFO);
        return new UpstreamIdentity(string(bytes, members.get(0)), string(bytes, members.get(1)), revision, able);
    }

    private static boolean lists(byte[] bytes, Span array, String wanted) throws MalformedJson {
        JsonReader reader = new JsonReader(bytes, array.start(), array.end());
        reader.enterArray();
        for (int i = 0; i < VERSIONS_MAX && reader.nextElement(); i++) {
            if (wanted.equals(string(bytes, reader.valueSpan()))) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String string(byte[] bytes, @Nullable Span span) {
        return span != null && bytes[span.start()] == '"' ? JsonText.string(bytes, span) : null;
    }
}
