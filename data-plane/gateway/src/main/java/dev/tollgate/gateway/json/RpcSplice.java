package dev.tollgate.gateway.json;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** JSON-RPC messages spliced from bytes; what is spliced in survives to the last digit. */
public final class RpcSplice {
    private static final byte[] RESULT = ascii("{\"jsonrpc\":\"2.0\",\"id\":");
    private static final byte[] RESULT_MEMBER = ascii(",\"result\":");
    private static final byte[] ERROR_MEMBER = ascii(",\"error\":");
    private static final byte[] ERROR_WITHOUT_ID = ascii("{\"jsonrpc\":\"2.0\",\"error\":");
    private static final int ENVELOPE_BYTES = 64;

    private RpcSplice() {}

    /** An answer with this result, a JSON value. The id is the request's own token. */
    public static JsonBytes result(byte[] idSource, Span id, byte[] result) {
        return answer(RESULT_MEMBER, idSource, id, result);
    }

    /** An answer up to where its result goes; the closing brace of the message is to follow that. */
    public static JsonBytes resultBegin(byte[] idSource, Span id, int resultBytes) {
        return new JsonBytes(ENVELOPE_BYTES + id.length() + resultBytes)
                .append(RESULT)
                .append(idSource, id)
                .append(RESULT_MEMBER);
    }

    /** An answer with this error, a JSON object. MCP leaves the id out where it could not be read. */
    public static JsonBytes error(byte[] idSource, @Nullable Span id, byte[] error) {
        if (id == null) {
            return new JsonBytes(ENVELOPE_BYTES + error.length)
                    .append(ERROR_WITHOUT_ID)
                    .append(error)
                    .append('}');
        }
        return answer(ERROR_MEMBER, idSource, id, error);
    }

    private static JsonBytes answer(byte[] member, byte[] idSource, Span id, byte[] value) {
        return new JsonBytes(ENVELOPE_BYTES + id.length() + value.length)
                .append(RESULT)
                .append(idSource, id)
                .append(member)
                .append(value)
                .append('}');
    }

    /** An error object; {@code data} is JSON already. */
    public static byte[] errorObject(int code, String message, @Nullable String data) {
        JsonBytes out = new JsonBytes(ENVELOPE_BYTES + message.length());
        out.raw("{\"code\":").number(code).raw(",\"message\":").quoted(message);
        if (data != null) {
            out.raw(",\"data\":").raw(data);
        }
        return out.append('}').toBytes();
    }

    /** A request to be sent; {@code params} is a JSON object. */
    public static Buffer request(long id, String method, byte[] params) {
        JsonBytes out = new JsonBytes(ENVELOPE_BYTES + method.length() + params.length);
        out.append(RESULT).number(id).raw(",\"method\":").quoted(method);
        return out.raw(",\"params\":").append(params).append('}').toBuffer();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
