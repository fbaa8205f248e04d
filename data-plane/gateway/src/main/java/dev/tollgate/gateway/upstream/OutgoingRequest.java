package dev.tollgate.gateway.upstream;

import dev.tollgate.gateway.json.JsonBytes;
import dev.tollgate.gateway.json.MalformedJson;
import java.nio.charset.StandardCharsets;

/** A call as it goes up, under an id of our own. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record OutgoingRequest(long id, CallParams params, byte[] message) {
    private static final int ENVELOPE_BYTES = 64;

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

    /** The message that takes a request back in the legacy era. */
    static byte[] cancelled(long id) {
        return ("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":" + id + "}}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
