package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.JsonEdit;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.meter.Target;
import dev.tollgate.gateway.upstream.TaskTie;
import dev.tollgate.gateway.upstream.UpstreamCall;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.model.event.CallStatus;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is different about a request that has to do with a task.
 *
 * @param method by which its server is asked
 * @param tie absent if the server is not of the legacy era
 */
record TaskPart(
        Asked asked, Target target, String method, @Nullable TaskTie tie, TaskTalk talk) {
    /** How long {@code tasks/result} waits for the end of a task; a client then asks once more. */
    static final Duration RESULT_MAX = Duration.ofMinutes(10);

    long timeoutMillis() {
        long usual = target.server().timeoutMillis();
        return method.equals("tasks/result") ? Math.max(usual, RESULT_MAX.toMillis()) : usual;
    }

    Buffer params(JsonEdit params) {
        byte[] sent = params.apply().toBytes();
        try {
            return Buffer.buffer(talk.params(sent));
        } catch (MalformedJson e) {
            throw new IllegalStateException("the params were read before", e);
        }
    }

    /** What follows from an answer; null if what follows from any. */
    @Nullable
    Turn turn(UpstreamReply answer, UpstreamCall call) {
        try {
            return switch (answer) {
                case UpstreamReply.Result result -> talk.result(result, call);
                case UpstreamReply.Error error -> talk.error(error.error().getBytes(), call);
                case UpstreamReply.Failure _ -> null;
            };
        } catch (MalformedJson e) {
            String words = "Server " + target.server().name() + " speaks of a task in words that are none.";
            return new Turn.Answered(
                    CallStatus.UPSTREAM_ERROR, Faults.of(asked.message(), asked.era(), Fault.NO_ANSWER, words));
        }
    }
}
