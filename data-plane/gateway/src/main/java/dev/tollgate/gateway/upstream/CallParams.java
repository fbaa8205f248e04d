package dev.tollgate.gateway.upstream;

import dev.tollgate.gateway.json.JsonBytes;
import dev.tollgate.gateway.json.JsonReader;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.Span;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The params of a call as they go up, and its progress as it comes down. The agent's {@code _meta} is kept but for what
 * it says of the agent's own protocol. Its progress token is replaced by the request's id, because two agents may choose
 * the same one and the upstream sees both through one session.
 */
public final class CallParams {
    /** Whether {@code _meta} members with this prefix are about the hop from agent to gateway. */
    private static final String OWN_HOP = "\"io.modelcontextprotocol/";

    /** But for this: whose log messages the agent wants is the server's to know. */
    private static final byte[] LOG_LEVEL = "io.modelcontextprotocol/logLevel".getBytes(StandardCharsets.UTF_8);

    private static final byte[] PROGRESS_TOKEN = "progressToken".getBytes(StandardCharsets.UTF_8);
    private static final byte[] TRACEPARENT = "traceparent".getBytes(StandardCharsets.UTF_8);
    private static final Members.Wanted TOKEN = Members.Wanted.of("progressToken");

    private final byte[] json;
    private final byte @Nullable [] agentToken;

    private CallParams(byte[] json, byte @Nullable [] agentToken) {
        this.json = json;
        this.agentToken = agentToken;
    }

    /**
     * @param requestId unique among the calls that share the upstream session
     * @throws MalformedJson if the call's {@code _meta} is not an object
     */
    public static CallParams of(UpstreamCall call, long requestId) throws MalformedJson {
        return of(call, requestId, "");
    }

    /**
     * @param requestId unique among the calls that share the upstream session
     * @param ownMembers what {@code _meta} says of our own protocol, as JSON members; empty if it says nothing
     * @throws MalformedJson if the call's {@code _meta} is not an object
     */
    public static CallParams of(UpstreamCall call, long requestId, String ownMembers) throws MalformedJson {
        byte[] params = call.params().getBytes();
        Buffer meta = call.meta();
        if (meta == null && call.traceparent() == null && ownMembers.isEmpty()) {
            return new CallParams(params, null);
        }
        JsonBytes kept = new JsonBytes(128).raw(ownMembers);
        byte @Nullable [] token = meta == null ? null : keep(meta.getBytes(), kept, call.traceparent() != null);
        if (token != null) {
            separated(kept).raw("\"progressToken\":").number(requestId);
        }
        if (call.traceparent() != null) {
            separated(kept).raw("\"traceparent\":").quoted(call.traceparent());
        }
        return new CallParams(withMeta(params, kept.toBytes()), token);
    }

    /** Copies the members that go up and returns the agent's progress token, if it has one. */
    private static byte @Nullable [] keep(byte[] meta, JsonBytes kept, boolean newTrace) throws MalformedJson {
        byte @Nullable [] token = null;
        JsonReader reader = new JsonReader(meta);
        reader.enterObject();
        while (reader.nextMember()) {
            int start = reader.keyPosition();
            boolean isToken = reader.keyIs(PROGRESS_TOKEN);
            boolean left = newTrace && reader.keyIs(TRACEPARENT);
            boolean ownHop = startsWith(meta, start, OWN_HOP) && !reader.keyIs(LOG_LEVEL);
            Span value = reader.valueSpan();
            if (isToken) {
                token = value.of(meta);
            } else if (!left && !ownHop) {
                separated(kept).append(meta, start, value.end());
            }
        }
        return token;
    }

    private static JsonBytes separated(JsonBytes members) {
        return members.length() == 0 ? members : members.append(',');
    }

    private static boolean startsWith(byte[] bytes, int at, String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            if (at + i >= bytes.length || bytes[at + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] withMeta(byte[] params, byte[] members) throws MalformedJson {
        if (members.length == 0) {
            return params;
        }
        JsonReader reader = new JsonReader(params);
        reader.enterObject();
        int inside = reader.position();
        boolean empty = !reader.nextMember();
        JsonBytes out = new JsonBytes(params.length + members.length + 16);
        out.append(params, 0, inside).raw("\"_meta\":{").append(members).append('}');
        return (empty ? out : out.append(','))
                .append(params, inside, params.length)
                .toBytes();
    }

    /** A JSON object. */
    public byte[] json() {
        return json;
    }

    /** Whether the agent asked to hear of progress. */
    public boolean wantsProgress() {
        return agentToken != null;
    }

    /**
     * The upstream's progress notification with the agent's own token; null if the agent gave none.
     *
     * @throws MalformedJson if it has no progress token
     */
    public @Nullable Buffer restored(RpcMessage notification) throws MalformedJson {
        Span params = notification.params();
        if (agentToken == null || params == null) {
            return null;
        }
        byte[] bytes = notification.bytes();
        Span token = Members.read(bytes, params, TOKEN).get(0);
        if (token == null) {
            return null;
        }
        return new JsonBytes(bytes.length + agentToken.length)
                .append(bytes, 0, token.start())
                .append(agentToken)
                .append(bytes, token.end(), bytes.length)
                .toBuffer();
    }
}
