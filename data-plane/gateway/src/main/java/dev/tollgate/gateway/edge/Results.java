package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.JsonBytes;
import dev.tollgate.gateway.json.JsonEdit;
import dev.tollgate.gateway.json.JsonReader;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.RpcSplice;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.meter.Target;
import dev.tollgate.gateway.upstream.UpstreamReply;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Results on their way from an upstream to an agent. */
final class Results {
    /** The type of a result by which a server of the modern era asks. */
    static final String INPUT_REQUIRED = "input_required";

    private static final byte[] COMPLETE = "{\"resultType\":\"complete\"".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] PRIVATE = "\"private\"".getBytes(StandardCharsets.US_ASCII);
    private static final Members.Wanted KEEPS = Members.Wanted.of("ttlMs", "cacheScope");

    private Results() {}

    /** Why nobody could take a result for that of an ordinary call; null if anybody can. */
    static @Nullable String wrong(UpstreamReply.Result result) {
        if (result.result().length() == 0 || result.result().getByte(0) != '{') {
            return "result that is no object";
        }
        return CreatedTask.RESULT_TYPE.equals(result.resultType()) ? "task, which nobody asked for" : null;
    }

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

    /** The answer with a server's result in the modern era; what it gave its state as, if it asks by it, is sealed. */
    static Answer modern(Asked asked, Target target, UpstreamReply.Result result, RequestStates states) {
        if (!INPUT_REQUIRED.equals(result.resultType())) {
            return modern(asked.message(), result, asked.method().equals("resources/read"));
        }
        try {
            byte[] sealed = states.sealed(result.result().getBytes(), asked, target);
            return answer(asked.message(), Buffer.buffer(sealed), false);
        } catch (MalformedJson e) {
            String words = "Server " + target.server().name() + " asks for more input in words that are none.";
            return Faults.of(asked.message(), asked.era(), Fault.NO_ANSWER, words);
        }
    }

    /**
     * The answer with this result in the modern era. A server of the legacy era does not say that it is complete, nor how
     * long it keeps; and one that says that everybody may share it does not know what Tollgate hides from whom.
     *
     * @param keeps whether the method's result says how long it keeps
     */
    static Answer modern(RpcMessage request, UpstreamReply.Result result, boolean keeps) {
        boolean complete = result.resultType() == null || result.resultType().equals("complete");
        Buffer sent = result.result();
        Buffer kept = keeps && complete ? Buffer.buffer(keeping(sent.getBytes())) : sent;
        return answer(request, kept, result.resultType() == null);
    }

    /** What an agent is told whose call asked for something that it did not give. */
    static Answer unanswered(Asked asked, Target target, String why) {
        String words = "Server " + target.server().name() + " " + why + ".";
        return target.tool() == null
                ? Faults.of(asked.message(), asked.era(), Fault.NO_ANSWER, words)
                : answer(asked.message(), Buffer.buffer(toolError(words)), false);
    }

    private static byte[] keeping(byte[] result) {
        try {
            Members members = Members.read(new JsonReader(result), KEEPS);
            Span scope = members.get(1);
            JsonEdit edit = new JsonEdit(result, new Span(0, result.length));
            byte[] scoped = scope == null
                    ? result
                    : edit.replace(scope, PRIVATE).apply().toBytes();
            JsonBytes added = new JsonBytes(scoped.length + 64);
            if (members.get(0) == null) {
                added.raw(",\"ttlMs\":0");
            }
            if (scope == null) {
                added.raw(",\"cacheScope\":\"private\"");
            }
            return added.length() == 0 ? scoped : inFront(added.toBytes(), scoped);
        } catch (MalformedJson e) {
            // Nothing of what would be said twice is added; the client sees what the server sent.
            return result;
        }
    }

    /**
     * @param members each behind a comma
     */
    private static byte[] inFront(byte[] members, byte[] object) {
        JsonBytes out =
                new JsonBytes(object.length + members.length).append('{').append(members, 1, members.length);
        return (isEmpty(Buffer.buffer(object)) ? out : out.append(','))
                .append(object, 1, object.length)
                .toBytes();
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

    /** A result that is one text. */
    static byte[] toolText(String text) {
        return new JsonBytes(text.length() + 64)
                .raw("{\"content\":[{\"type\":\"text\",\"text\":")
                .quoted(text)
                .raw("}]}")
                .toBytes();
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
