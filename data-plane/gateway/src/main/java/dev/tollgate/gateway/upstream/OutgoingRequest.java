package dev.tollgate.gateway.upstream;

import dev.tollgate.gateway.json.JsonBytes;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.RpcMessage;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A call as it goes up, under an id of our own. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record OutgoingRequest(long id, CallParams params, byte[] message) {
    private static final int ENVELOPE_BYTES = 64;
    private static final Logger log = Logger.getLogger(OutgoingRequest.class);

    /**
     * @throws MalformedJson if the params are no object or the agent's {@code _meta} is none
     */
    static OutgoingRequest of(long id, UpstreamCall call, Session session) throws MalformedJson {
        CallParams params = CallParams.of(call, id, session.isModern() ? Handshake.modernMeta(call.abilities()) : "");
        byte[] message = new JsonBytes(ENVELOPE_BYTES + call.method().length() + params.json().length)
                .raw("{\"jsonrpc\":\"2.0\",\"id\":")
                .number(id)
                .raw(",\"method\":")
                .quoted(call.method())
                .raw(",\"params\":")
                .append(params.json())
                .append('}')
                .toBytes();
        return new OutgoingRequest(id, params, message);
    }

    /** The upstream's progress notification as the agent is to have it; null if it is for nobody or cannot be read. */
    @Nullable
    Buffer progress(RpcMessage notification) {
        try {
            return params.restored(notification);
        } catch (MalformedJson e) {
            log.trace("progress that cannot be read is left out; the call goes on", e);
            return null;
        }
    }

    /** The message that takes a request back in the legacy era. */
    static byte[] cancelled(long id) {
        return ("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":" + id + "}}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
