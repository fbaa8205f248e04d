package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.JsonEdit;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.task.TaskJson;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** One task by the two ids that it has, in messages from the one side to the other. */
record TaskWords(String upstreamId, String token) {
    /** By which a server of the legacy era tells of a task. */
    static final String STATUS = "notifications/tasks/status";

    /** A server's notification for the agent; null if it is about another task, or about none that can be read. */
    @Nullable
    Buffer notification(Buffer notification) {
        try {
            RpcMessage message = RpcMessage.scan(notification.getBytes());
            Span at = message.params();
            if (at == null || !message.isObject(at)) {
                return notification;
            }
            byte[] params = at.of(message.bytes());
            if (!STATUS.equals(message.method())) {
                return replaced(message, at, TaskJson.related(params, upstreamId, token));
            }
            return upstreamId.equals(TaskJson.id(params))
                    ? replaced(message, at, TaskJson.related(TaskJson.withId(params, token), upstreamId, token))
                    : null;
        } catch (MalformedJson e) {
            return null;
        }
    }

    private static Buffer replaced(RpcMessage message, Span at, byte[] params) {
        return new JsonEdit(message.bytes(), new Span(0, message.bytes().length))
                .replace(at, params)
                .apply()
                .toBuffer();
    }

    /** An object that may say that it is about the task, on its way to the agent. */
    Buffer toAgent(Buffer object) {
        return related(object, upstreamId, token);
    }

    /** The same on its way to the server. */
    Buffer toServer(Buffer object) {
        return related(object, token, upstreamId);
    }

    private static Buffer related(Buffer object, String from, String to) {
        try {
            return Buffer.buffer(TaskJson.related(object.getBytes(), from, to));
        } catch (MalformedJson e) {
            // Whoever is to read it finds that too.
            return object;
        }
    }
}
