package dev.tollgate.gateway.upstream;

import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.RpcSplice;
import dev.tollgate.gateway.json.Span;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/** What an upstream sends, told apart; all of it untrusted. */
sealed interface IncomingMessage {
    String PROGRESS = "notifications/progress";
    String CANCELLED = "notifications/cancelled";
    String LOG = "notifications/message";
    String TOOLS_CHANGED = "notifications/tools/list_changed";
    String TASK_CHANGED = "notifications/tasks";
    String LEGACY_TASK_CHANGED = "notifications/tasks/status";

    /** An answer to the request with this id. */
    record Answer(long id, RpcMessage message) implements IncomingMessage {}

    /** An error that names no request, as an upstream sends that could not read one. */
    record UnaddressedError(RpcMessage message) implements IncomingMessage {}

    record Notification(String method, RpcMessage message) implements IncomingMessage {}

    /** A request from the upstream to its client, which we are. */
    record Request(String method, RpcMessage message) implements IncomingMessage {}

    /** JSON, but no message that we could have been sent. */
    record Nonsense() implements IncomingMessage {}

    static IncomingMessage read(byte[] bytes, int start, int end) throws MalformedJson {
        RpcMessage message = RpcMessage.scan(bytes, start, end);
        String method = message.method();
        Span id = message.id();
        if (method != null) {
            return id == null ? new Notification(method, message) : new Request(method, message);
        }
        if (message.result() == null && message.error() == null) {
            return new Nonsense();
        }
        long number = id == null ? -1 : number(bytes, id);
        if (number >= 0) {
            return new Answer(number, message);
        }
        boolean unaddressed = message.error() != null && (id == null || bytes[id.start()] == 'n');
        return unaddressed ? new UnaddressedError(message) : new Nonsense();
    }

    /** A small whole number; -1 if it is none. */
    private static long number(byte[] bytes, Span span) {
        if (span.length() > 18) {
            return -1;
        }
        long value = 0;
        for (int i = span.start(); i < span.end(); i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return -1;
            }
            value = 10 * value + bytes[i] - '0';
        }
        return value;
    }

    /** The reply that an answer is; empty if its result or error is no object. */
    static Optional<UpstreamReply> reply(RpcMessage answer) {
        Span error = answer.error();
        Span result = answer.result();
        if (error != null) {
            return answer.isObject(error) && result == null
                    ? Optional.of(new UpstreamReply.Error(slice(answer.bytes(), error)))
                    : Optional.empty();
        }
        return result != null && answer.isObject(result)
                ? Optional.of(new UpstreamReply.Result(
                        slice(answer.bytes(), result), answer.isError(), answer.string(answer.resultType())))
                : Optional.empty();
    }

    private static Buffer slice(byte[] bytes, Span span) {
        return Buffer.buffer(Unpooled.wrappedBuffer(bytes, span.start(), span.length()));
    }

    /** What we answer to an upstream's request: we are here, and can do nothing else for it. */
    static byte[] answerTo(Request request) {
        Span id = request.message().id();
        byte[] source = request.message().bytes();
        if (id == null || !request.message().hasUsableId()) {
            return RpcSplice.error(source, null, RpcSplice.errorObject(-32600, "no usable id", null))
                    .toBytes();
        }
        return request.method().equals("ping")
                ? RpcSplice.result(source, id, new byte[] {'{', '}'}).toBytes()
                : RpcSplice.error(source, id, RpcSplice.errorObject(-32601, "not supported by this client", null))
                        .toBytes();
    }

    /** To what is asked beside several calls. */
    static byte[] whoseCall(Request request) {
        Span id = request.message().id();
        if (id == null || !request.message().hasUsableId()) {
            return answerTo(request);
        }
        String words = "several calls are under way, and it cannot be told in which of them this is asked";
        return RpcSplice.error(request.message().bytes(), id, RpcSplice.errorObject(-32603, words, null))
                .toBytes();
    }

    /** The JSON-RPC error code; 0 if there is none. */
    static int errorCode(RpcMessage message) {
        Span error = message.error();
        if (error == null || !message.isObject(error)) {
            return 0;
        }
        try {
            Span code = Members.read(message.bytes(), error, Codes.CODE).get(0);
            return code == null || code.length() > 7 ? 0 : Integer.parseInt(code.text(message.bytes()));
        } catch (MalformedJson | NumberFormatException e) {
            return 0;
        }
    }

    /** Whether it tells of a task: on a call's stream only where the call is about one, since any agent's might be meant. */
    static boolean isAboutTask(String method) {
        return method.equals(TASK_CHANGED) || method.equals(LEGACY_TASK_CHANGED);
    }

    /** Names looked for in errors. */
    final class Codes {
        private static final Members.Wanted CODE = Members.Wanted.of("code");

        private Codes() {}
    }
}
