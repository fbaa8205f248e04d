package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.JsonBytes;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.RpcSplice;
import dev.tollgate.gateway.json.Span;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Results on their way from an upstream to an agent. */
final class Results {
    private static final byte[] COMPLETE = "{\"resultType\":\"complete\"".getBytes(StandardCharsets.US_ASCII);

    private Results() {}

    /**
     * The answer with this result.
     *
     * @param result a JSON object
     * @param addType whether to say that the result is complete, which upstreams of the legacy era do not
     */
    static Answer answer(RpcMessage request, Buffer result, boolean addType) {
        Span id = Objects.requireNonNull(request.id(), "a request has an id");
        JsonBytes answer = RpcSplice.resultBegin(request.bytes(), id, result.length() + COMPLETE.length);
        if (addType) {
            answer.append(COMPLETE);
            if (!isEmpty(result)) {
                answer.append(',');
            }
            answer.append(result, 1, result.length());
        } else {
            answer.append(result, 0, result.length());
        }
        return Answer.of(200, answer.append('}').toBuffer());
    }

    private static boolean isEmpty(Buffer object) {
        for (int i = 1; i < object.length(); i++) {
            byte b = object.getByte(i);
            if (b == '}') {
                return true;
            }
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return true;
    }

    /** A result by which a tool says that it failed. */
    static byte[] toolError(String words) {
        return new JsonBytes(words.length() + 64)
                .raw("{\"content\":[{\"type\":\"text\",\"text\":")
                .quoted(words)
                .raw("}],\"isError\":true}")
                .toBytes();
    }
}
