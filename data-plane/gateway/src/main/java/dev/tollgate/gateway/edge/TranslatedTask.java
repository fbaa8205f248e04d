package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.JsonBytes;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.RpcSplice;
import dev.tollgate.gateway.task.TaskJson;
import dev.tollgate.gateway.upstream.UpstreamCall;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.model.event.CallStatus;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A task of a server of the legacy era for an agent of the modern one: what the task has come to stands in {@code
 * tasks/get} itself, and {@code tasks/update} and {@code tasks/cancel} are only acknowledged.
 */
final class TranslatedTask implements TaskTalk {
    static final String GET = "tasks/get";
    private static final String RESULT = "tasks/result";
    private static final Set<String> SAID_ANYWAY =
            Set.of("resultType", "status", "_meta", "result", "error", "inputRequests");
    private static final byte[] ACKNOWLEDGED = "{\"resultType\":\"complete\"}".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CANNOT_ASK = RpcSplice.errorObject(
            Fault.NO_ANSWER.code(),
            "The server waits for input, for which it cannot ask a client of 2026-07-28.",
            null);

    private final Asked asked;
    private final TaskWords words;
    /** As the server told of it, while its result is fetched. */
    private byte @Nullable [] over;

    TranslatedTask(Asked asked, TaskWords words) {
        this.asked = asked;
        this.words = words;
    }

    @Override
    public Turn result(UpstreamReply.Result result, UpstreamCall call) throws MalformedJson {
        byte[] json = result.result().getBytes();
        byte[] task = over;
        if (task != null) {
            return told(task, "completed", "result", TaskJson.unrelated(json));
        }
        if (!asked.method().equals(GET)) {
            return answered(ACKNOWLEDGED);
        }
        String status = Objects.requireNonNullElse(TaskJson.status(json), "");
        return switch (status) {
            case "completed", "failed" -> {
                over = json;
                yield new Turn.Asking(call.followedBy(RESULT, call.params()));
            }
            case "input_required" -> told(json, "failed", "error", CANNOT_ASK);
            case "working", "cancelled" -> told(json, status, null, null);
            default ->
                new Turn.Answered(
                        CallStatus.UPSTREAM_ERROR,
                        Faults.of(
                                asked.message(),
                                asked.era(),
                                Fault.NO_ANSWER,
                                "The task's server says no status that there is."));
        };
    }

    @Override
    public @Nullable Turn error(byte[] error, UpstreamCall call) throws MalformedJson {
        byte[] task = over;
        if (task != null) {
            return told(task, "failed", "error", error);
        }
        if (call.method().equals("tasks/cancel")) {
            // The legacy era refuses it for a task that is over, in the same words as for one that never was.
            return new Turn.Asking(call.followedBy(GET, call.params()));
        }
        return Faults.isInvalidParams(error) ? TaskCalls.unknownToServer(asked, words) : null;
    }

    private Turn told(byte[] task, String status, @Nullable String member, byte @Nullable [] value)
            throws MalformedJson {
        JsonBytes out = new JsonBytes(task.length + 256)
                .raw("{\"resultType\":\"complete\",\"status\":")
                .quoted(status)
                .append(',')
                .append(TaskJson.modernMembers(task, words.token(), SAID_ANYWAY));
        if (member != null && value != null) {
            out.append(',').quoted(member).append(':').append(value);
        }
        return answered(out.append('}').toBytes());
    }

    private Turn answered(byte[] result) {
        return new Turn.Answered(CallStatus.OK, Results.answer(asked.message(), Buffer.buffer(result), false));
    }

    @Override
    public @Nullable Buffer notification(Buffer notification) {
        return words.notification(notification);
    }
}
