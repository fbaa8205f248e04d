package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.meter.Target;
import dev.tollgate.gateway.task.TaskForm;
import dev.tollgate.gateway.task.TaskHandle;
import dev.tollgate.gateway.task.TaskJson;
import dev.tollgate.gateway.upstream.UpstreamCall;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.model.event.CallStatus;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A call that may be answered by a task. */
final class CreatedTask implements TaskTalk {
    static final String RESULT_TYPE = "task";
    private static final Set<String> SAID_ANYWAY = Set.of("resultType", "_meta");

    private final Asked asked;
    private final Target target;
    private final Request request;
    private final TaskPlaces places;
    private @Nullable String session;

    CreatedTask(Asked asked, Target target, Request request, TaskPlaces places) {
        this.asked = asked;
        this.target = target;
        this.request = request;
        this.places = places;
    }

    /** What becomes of {@code params.task}, by which the legacy era asks for a task. */
    enum Request {
        AS_SENT,
        ADDED,
        /** The modern era has no such param: the server decides. */
        LEFT_OUT
    }

    @Override
    public byte[] params(byte[] params) throws MalformedJson {
        return switch (request) {
            case AS_SENT -> params;
            case ADDED -> TaskJson.with(TaskJson.without(params, "task"), "\"task\":{}");
            case LEFT_OUT -> TaskJson.without(params, "task");
        };
    }

    @Override
    public void answeredIn(String id) {
        session = id;
    }

    @Override
    public @Nullable Turn result(UpstreamReply.Result result, UpstreamCall call) throws MalformedJson {
        byte[] json = result.result().getBytes();
        if (RESULT_TYPE.equals(result.resultType()) && call.abilities().tasks()) {
            String id = TaskJson.id(json);
            return id == null ? nameless() : known(TaskForm.MODERN, id, token -> TaskJson.withId(json, token));
        }
        byte[] task = result.resultType() != null || request == Request.LEFT_OUT ? null : TaskJson.nested(json);
        if (task == null) {
            return null;
        }
        String id = TaskJson.id(task);
        return id == null
                ? nameless()
                : known(TaskForm.LEGACY, id, token -> switch (asked.era()) {
                    case LEGACY -> TaskJson.related(TaskJson.withNested(json, TaskJson.withId(task, token)), id, token);
                    case MODERN -> flat(task, token);
                });
    }

    private static byte[] flat(byte[] task, String token) throws MalformedJson {
        String members = new String(TaskJson.modernMembers(task, token, SAID_ANYWAY), StandardCharsets.UTF_8);
        return ("{\"resultType\":\"" + RESULT_TYPE + "\"," + members + "}").getBytes(StandardCharsets.UTF_8);
    }

    private interface Telling {
        byte[] of(String token) throws MalformedJson;
    }

    private Turn known(TaskForm form, String id, Telling telling) throws MalformedJson {
        TaskHandle handle = places.handle(target, form, id, form == TaskForm.LEGACY ? session : null);
        if (!handle.isCarriable()) {
            places.metrics().boundHit("task-id");
            return refused("answered with a task whose id, or its session's, has more than " + TaskHandle.PART_CHARS_MAX
                    + " characters");
        }
        byte[] told = telling.of(places.ids().seal(handle, asked.caller().key()));
        return new Turn.Answered(CallStatus.OK, Results.answer(asked.message(), Buffer.buffer(told), false));
    }

    private Turn nameless() {
        return refused("answered with a task that has no id");
    }

    private Turn refused(String why) {
        String words = "Server " + target.server().name() + " " + why + ".";
        return new Turn.Answered(
                CallStatus.UPSTREAM_ERROR, Faults.of(asked.message(), asked.era(), Fault.NO_ANSWER, words));
    }

    /** What is said of the task before its id is known names one that the agent cannot know. */
    @Override
    public @Nullable Buffer notification(Buffer notification) {
        try {
            String method = RpcMessage.scan(notification.getBytes()).method();
            return TaskWords.STATUS.equals(method) ? null : notification;
        } catch (MalformedJson e) {
            return null;
        }
    }
}
