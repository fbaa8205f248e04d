package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.task.TaskJson;
import dev.tollgate.gateway.upstream.UpstreamCall;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.model.event.CallStatus;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** A task whose agent and server speak of tasks in the same way. */
final class KnownTask implements TaskTalk {
    private final Asked asked;
    private final TaskWords words;

    KnownTask(Asked asked, TaskWords words) {
        this.asked = asked;
        this.words = words;
    }

    @Override
    public Turn result(UpstreamReply.Result result, UpstreamCall call) throws MalformedJson {
        byte[] sent = result.result().getBytes();
        // What the task was made for is the tool's, and may have a member of that name.
        byte[] named = call.method().equals("tasks/result") ? sent : TaskJson.withId(sent, words.token());
        Buffer told = Buffer.buffer(TaskJson.related(named, words.upstreamId(), words.token()));
        CallStatus status = result.isError() ? CallStatus.TOOL_ERROR : CallStatus.OK;
        return new Turn.Answered(
                status,
                switch (asked.era()) {
                    case LEGACY -> Results.answer(asked.message(), told, false);
                    case MODERN ->
                        Results.modern(
                                asked.message(),
                                new UpstreamReply.Result(told, result.isError(), result.resultType()),
                                false);
                });
    }

    @Override
    public @Nullable Turn error(byte[] error, UpstreamCall call) {
        boolean onlyIfUnknown = call.method().equals("tasks/get")
                || asked.era() == Era.MODERN && call.method().equals("tasks/cancel");
        return onlyIfUnknown && Faults.isInvalidParams(error) ? TaskCalls.unknownToServer(asked, words) : null;
    }

    @Override
    public @Nullable Buffer notification(Buffer notification) {
        return words.notification(notification);
    }

    @Override
    public Buffer question(Buffer params) {
        return words.toAgent(params);
    }

    @Override
    public Buffer answered(Buffer result) {
        return words.toServer(result);
    }
}
