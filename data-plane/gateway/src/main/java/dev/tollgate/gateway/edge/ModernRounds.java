package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.JsonBytes;
import dev.tollgate.gateway.json.JsonEdit;
import dev.tollgate.gateway.json.JsonReader;
import dev.tollgate.gateway.json.JsonText;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.Span;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tollgate's own questions to clients of 2026-07-28: asked by a result, and answered by the same request once more. */
final class ModernRounds {
    /** The name of the question whether a tool may be called. */
    static final String APPROVAL = "tollgate-approval";

    static final String STATE = "requestState";
    static final String RESPONSES = "inputResponses";

    private static final Members.Wanted ANSWERS = Members.Wanted.of(RESPONSES);
    private static final Members.Wanted ACTION = Members.Wanted.of("action");
    private static final String ACCEPT = "accept";

    private ModernRounds() {}

    /**
     * A result that asks ({@code InputRequiredResult}).
     *
     * @param questions the params of elicitations, by the names of the questions
     */
    static byte[] inputRequired(Map<String, byte[]> questions, String state) {
        JsonBytes out =
                new JsonBytes(state.length() + 512).raw("{\"resultType\":\"input_required\",\"inputRequests\":{");
        int start = out.length();
        questions.forEach((name, params) -> (out.length() == start ? out : out.append(','))
                .quoted(name)
                .raw(":{\"method\":\"elicitation/create\",\"params\":")
                .append(params)
                .append('}'));
        return out.raw("},\"requestState\":").quoted(state).append('}').toBytes();
    }

    /** What somebody said to a question of Tollgate's; unknown where the request does not say. */
    static Consent consent(RpcMessage message, String question) {
        Span params = message.params();
        try {
            Span responses = params == null || !message.isObject(params)
                    ? null
                    : Members.read(message.bytes(), params, ANSWERS).get(0);
            Span answer = responses == null || !message.isObject(responses)
                    ? null
                    : Members.read(message.bytes(), responses, Members.Wanted.of(question))
                            .get(0);
            return answer == null
                    ? Consent.UNKNOWN
                    : ACCEPT.equals(action(message.bytes(), answer)) ? Consent.GIVEN : Consent.DENIED;
        } catch (MalformedJson e) {
            return Consent.DENIED;
        }
    }

    /** Whether an elicitation's result says that somebody agreed. */
    static boolean accepts(byte[] result) {
        try {
            return ACCEPT.equals(action(result, new Span(0, result.length)));
        } catch (MalformedJson e) {
            return false;
        }
    }

    private static @Nullable String action(byte[] bytes, Span result) throws MalformedJson {
        Span action = bytes[result.start()] != '{'
                ? null
                : Members.read(bytes, result, ACTION).get(0);
        return action == null || bytes[action.start()] != '"' ? null : JsonText.string(bytes, action);
    }

    /** A request without these of its params, all else as it was sent. */
    static RpcMessage without(RpcMessage message, Set<String> names) {
        byte[] bytes = message.bytes();
        Span params = message.params();
        if (params == null) {
            return message;
        }
        try {
            JsonReader reader = new JsonReader(bytes, params.start(), params.end());
            JsonBytes out = new JsonBytes(params.length()).append('{');
            reader.enterObject();
            boolean first = true;
            while (reader.nextMember()) {
                int start = reader.keyPosition();
                boolean left = names.stream().anyMatch(name -> reader.keyIs(name.getBytes(StandardCharsets.UTF_8)));
                Span value = reader.valueSpan();
                if (!left) {
                    (first ? out : out.append(',')).append(bytes, start, value.end());
                    first = false;
                }
            }
            return RpcMessage.scan(new JsonEdit(bytes, message.whole())
                    .replace(params, out.append('}').toBytes())
                    .apply()
                    .toBytes());
        } catch (MalformedJson e) {
            throw new IllegalStateException("it was read before", e);
        }
    }
}
