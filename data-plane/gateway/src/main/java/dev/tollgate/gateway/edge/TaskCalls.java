package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.JsonBytes;
import dev.tollgate.gateway.json.JsonText;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.meter.Attempt;
import dev.tollgate.gateway.meter.CallMeter;
import dev.tollgate.gateway.meter.Target;
import dev.tollgate.gateway.policy.ExposedTool;
import dev.tollgate.gateway.task.TaskForm;
import dev.tollgate.gateway.task.TaskHandle;
import dev.tollgate.gateway.upstream.ClientAbilities;
import dev.tollgate.gateway.upstream.TaskTie;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about a task that a call has made: opened, held against what the key sees now, and on to the one server that
 * knows it. A task costs what its call cost; asking about it is free.
 */
final class TaskCalls {
    /** What a client must declare that is to have tasks in the modern era, as an error's {@code data}. */
    static final String REQUIRED =
            "{\"requiredCapabilities\":{\"extensions\":{\"" + ClientAbilities.TASKS_EXTENSION + "\":{}}}}";

    private static final Members.Wanted ID = Members.Wanted.of("taskId");

    private final TaskPlaces places;
    private final Forwarding forwarding;
    private final Peers peers;
    private final CallMeter meter;

    TaskCalls(TaskPlaces places, Forwarding forwarding, Peers peers, CallMeter meter) {
        this.places = places;
        this.forwarding = forwarding;
        this.peers = peers;
        this.meter = meter;
    }

    /** Takes the request if its era has the method. */
    boolean take(Asked asked) throws MalformedJson {
        boolean takes = switch (asked.method()) {
            case "tasks/get", "tasks/cancel" -> true;
            case "tasks/update" -> asked.era() == Era.MODERN;
            case "tasks/result" -> asked.era() == Era.LEGACY;
            default -> false;
        };
        if (takes) {
            ask(asked);
        }
        return takes;
    }

    private void ask(Asked asked) throws MalformedJson {
        RpcMessage message = asked.message();
        Traceparent trace = asked.trace();
        Attempt attempt = asked.attempt(trace);
        if (asked.era() == Era.MODERN && !asked.abilities().tasks()) {
            meter.refused(attempt, RefusalReason.INVALID_REQUEST);
            asked.answer(attempt, lacksTasks(asked, "Tasks are for clients that declare the extension."));
            return;
        }
        Span at = idIn(message);
        String token = message.string(at);
        if (at == null || token == null) {
            meter.refused(attempt, RefusalReason.INVALID_REQUEST);
            asked.fault(attempt, Fault.INVALID_PARAMS, asked.method() + " needs params.taskId, a string.");
            return;
        }
        if (!forwarding.serves(asked, attempt, null)) {
            return;
        }
        TaskHandle handle = places.ids().open(token, asked.caller().key());
        ExposedTool tool = handle == null ? null : tool(asked, handle);
        if (handle == null || tool == null) {
            unknown(asked, attempt, token);
        } else if (places.isElsewhere(handle)) {
            elsewhere(asked, attempt, handle, token);
        } else {
            Target target = new Target(tool.server(), handle.tool(), null);
            TaskPart part = part(asked, target, handle, new TaskWords(handle.upstreamId(), token));
            forwarding.send(
                    asked,
                    attempt,
                    target,
                    message.paramsEdit().replace(at, JsonText.quote(handle.upstreamId())),
                    handle.upstreamId(),
                    trace,
                    Map.of(),
                    part);
        }
    }

    /** The tool as the key sees it now; null if it does not, or if no client of this era could have its tasks. */
    private static @Nullable ExposedTool tool(Asked asked, TaskHandle handle) {
        return asked.era() == Era.LEGACY && handle.form() == TaskForm.MODERN
                ? null
                : asked.caller()
                        .view()
                        .find(handle.server(), handle.tool(), asked.caller().filter());
    }

    private static TaskPart part(Asked asked, Target target, TaskHandle handle, TaskWords words) {
        TaskTie tie = handle.form() == TaskForm.LEGACY ? new TaskTie(handle.session()) : null;
        boolean translated = asked.era() == Era.MODERN && tie != null;
        // The legacy era takes no input but in tasks/result: what is updated is only looked for.
        String method = translated && asked.method().equals("tasks/update") ? TranslatedTask.GET : asked.method();
        TaskTalk talk = translated ? new TranslatedTask(asked, words) : new KnownTask(asked, words);
        return new TaskPart(asked, target, method, tie, talk);
    }

    private void elsewhere(Asked asked, Attempt attempt, TaskHandle handle, String token) {
        String url = handle.gateway();
        if (url == null || asked.caller().headers().contains(Peers.FORWARDED_BY)) {
            unknown(asked, attempt, token);
            return;
        }
        Runnable end = peers.relay(url, asked.caller().headers(), alone(asked), TaskPart.RESULT_MAX, answer -> {
            if (answer == null) {
                // What only that gateway's process knew went with it.
                unknown(asked, attempt, token);
            } else {
                asked.reply().answer(answer);
            }
        });
        asked.reply().onAbandoned(end);
    }

    /** The message without those that came in one batch with it. */
    private static Buffer alone(Asked asked) {
        RpcMessage message = asked.message();
        byte[] bytes = message.bytes();
        return new JsonBytes(asked.bytes() + 64)
                .raw("{\"jsonrpc\":\"2.0\",\"id\":")
                .append(bytes, Objects.requireNonNull(message.id(), "a request has an id"))
                .raw(",\"method\":")
                .quoted(asked.method())
                .raw(",\"params\":")
                .append(bytes, Objects.requireNonNull(message.params(), "its id was read in them"))
                .append('}')
                .toBuffer();
    }

    private void unknown(Asked asked, Attempt attempt, String token) {
        meter.refused(attempt, RefusalReason.UNKNOWN_TOOL);
        asked.answer(attempt, unknown(asked, token));
    }

    private static Answer unknown(Asked asked, String token) {
        return Faults.of(asked.message(), asked.era(), Fault.INVALID_PARAMS, "Unknown task: " + Asked.shown(token));
    }

    /** The server has forgotten it, which is told as if it had never been. */
    static Turn unknownToServer(Asked asked, TaskWords words) {
        return new Turn.Answered(CallStatus.UPSTREAM_ERROR, unknown(asked, words.token()));
    }

    /** Refuses a client that must declare the extension. */
    static Answer lacksTasks(Asked asked, String words) {
        return Faults.of(asked.message(), asked.era(), Fault.LACKS_CAPABILITY, words, REQUIRED);
    }

    /** Where {@code params.taskId} stands; null if it does not. */
    static @Nullable Span idIn(RpcMessage message) throws MalformedJson {
        Span params = message.params();
        return params == null ? null : Members.read(message.bytes(), params, ID).get(0);
    }
}
