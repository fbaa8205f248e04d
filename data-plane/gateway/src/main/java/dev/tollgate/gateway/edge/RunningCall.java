package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.RpcSplice;
import dev.tollgate.gateway.meter.Attempt;
import dev.tollgate.gateway.meter.CallMeter;
import dev.tollgate.gateway.policy.ExposedTool;
import dev.tollgate.gateway.upstream.Cancellation;
import dev.tollgate.gateway.upstream.UpstreamCall;
import dev.tollgate.gateway.upstream.UpstreamListener;
import dev.tollgate.gateway.upstream.UpstreamPort;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** A call that was let through, until its one event is recorded and its one answer given. Lives on one event loop. */
final class RunningCall implements UpstreamListener {
    private final Attempt attempt;
    private final ExposedTool tool;
    private final RpcMessage message;
    private final Era era;
    private final Reply reply;
    private final CallMeter meter;
    private final KeyLoad load;
    private long sentNanos;
    private boolean ended;
    private @Nullable Cancellation cancellation;

    RunningCall(
            Attempt attempt,
            ExposedTool tool,
            RpcMessage message,
            Era era,
            Reply reply,
            CallMeter meter,
            KeyLoad load) {
        this.attempt = attempt;
        this.tool = tool;
        this.message = message;
        this.era = era;
        this.reply = reply;
        this.meter = meter;
        this.load = load;
    }

    void start(UpstreamPort upstream, UpstreamCall call) {
        reply.onAbandoned(this::abandon);
        sentNanos = System.nanoTime();
        try {
            cancellation = upstream.call(tool.server(), call, this);
        } catch (RuntimeException e) {
            // A bug, and the attempt's event and its place among the key's calls must outlive it.
            if (!ended) {
                end();
                long upstreamNanos = System.nanoTime() - sentNanos;
                meter.ended(attempt, tool.server(), tool.tool(), CallStatus.UPSTREAM_ERROR, false, 0, upstreamNanos);
            }
            throw e;
        }
    }

    @Override
    public void notification(Buffer notification) {
        if (!ended) {
            reply.notification(notification, attempt.callId().toString());
        }
    }

    @Override
    public void reply(UpstreamReply answer) {
        if (ended) {
            return;
        }
        end();
        switch (answer) {
            case UpstreamReply.Result result -> result(result);
            case UpstreamReply.Error error -> {
                byte[] bytes = error.error().getBytes();
                finish(CallStatus.UPSTREAM_ERROR, true, bytes.length, Faults.of(message, 200, bytes));
            }
            case UpstreamReply.Failure failure -> failure(failure);
        }
    }

    private void result(UpstreamReply.Result result) {
        int bytes = result.result().length();
        if (bytes == 0 || result.result().getByte(0) != '{') {
            String words = "Server " + tool.server().name() + " answered with a result that is no object.";
            finish(CallStatus.UPSTREAM_ERROR, true, bytes, Faults.of(message, era, Fault.NO_ANSWER, words));
            return;
        }
        if (era == Era.LEGACY && "input_required".equals(result.resultType())) {
            byte[] words = Results.toolError("This tool asks for more input in a way that needs MCP 2026-07-28; the"
                    + " client speaks an earlier revision.");
            finish(CallStatus.TOOL_ERROR, true, bytes, Results.answer(message, Buffer.buffer(words), false));
            return;
        }
        boolean addType = era == Era.MODERN && result.resultType() == null;
        finish(
                result.isError() ? CallStatus.TOOL_ERROR : CallStatus.OK,
                true,
                bytes,
                Results.answer(message, result.result(), addType));
    }

    private void failure(UpstreamReply.Failure failure) {
        switch (failure.kind()) {
            case UNAVAILABLE -> refused(RefusalReason.UPSTREAM_UNAVAILABLE, failure);
            case OVERLOADED -> refused(RefusalReason.OVERLOADED, failure);
            case UNREACHABLE -> finish(CallStatus.UPSTREAM_ERROR, false, 0, noAnswer(failure));
            case TIMEOUT -> finish(CallStatus.TIMEOUT, true, 0, noAnswer(failure));
            case BROKEN, TOO_LARGE -> finish(CallStatus.UPSTREAM_ERROR, true, 0, noAnswer(failure));
        }
    }

    private void refused(RefusalReason reason, UpstreamReply.Failure failure) {
        meter.refused(attempt, tool.server(), tool.tool(), reason);
        answer(Faults.of(message, era, Fault.NOT_NOW, failure.message()).retryAfterMillis(failure.retryAfterMillis()));
    }

    private Answer noAnswer(UpstreamReply.Failure failure) {
        return Faults.of(message, era, Fault.NO_ANSWER, failure.message()).retryAfterMillis(failure.retryAfterMillis());
    }

    private void finish(CallStatus status, boolean sent, long responseBytes, Answer answer) {
        long upstreamNanos = System.nanoTime() - sentNanos;
        boolean recorded = meter.ended(attempt, tool.server(), tool.tool(), status, sent, responseBytes, upstreamNanos);
        answer(recorded ? answer : unrecorded());
    }

    private Answer unrecorded() {
        byte[] error = RpcSplice.errorObject(
                Fault.NOT_NOW.code(),
                "The call was made, but Tollgate could not record it and withholds its result. It may have had its"
                        + " effect.",
                null);
        return Faults.of(message, 200, error);
    }

    private void answer(Answer answer) {
        reply.answer(answer.forCall(attempt.callId().toString()));
    }

    private void abandon() {
        if (ended) {
            return;
        }
        end();
        if (cancellation != null) {
            cancellation.cancel();
        }
        meter.ended(attempt, tool.server(), tool.tool(), CallStatus.CANCELLED, true, 0, System.nanoTime() - sentNanos);
    }

    private void end() {
        ended = true;
        load.leave(attempt.key().id());
    }
}
