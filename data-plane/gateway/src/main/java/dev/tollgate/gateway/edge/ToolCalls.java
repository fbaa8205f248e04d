package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.meter.Attempt;
import dev.tollgate.gateway.meter.CallMeter;
import dev.tollgate.gateway.policy.CallRule;
import dev.tollgate.gateway.policy.ExposedTool;
import dev.tollgate.gateway.policy.Serving;
import dev.tollgate.gateway.upstream.UpstreamCall;
import dev.tollgate.gateway.upstream.UpstreamPort;
import dev.tollgate.model.event.RefusalReason;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** {@code tools/call}: policy, upstream, meter, answer. */
final class ToolCalls {
    private static final long FULL_RETRY_MILLIS = 1_000;

    private static final byte[] NO_ARGUMENTS = {'{', '}'};

    private final Serving serving;
    private final UpstreamPort upstream;
    private final CallMeter meter;
    private final EdgeMetrics metrics;
    private final KeyLoad load;

    ToolCalls(Serving serving, UpstreamPort upstream, CallMeter meter, EdgeMetrics metrics, KeyLoad load) {
        this.serving = serving;
        this.upstream = upstream;
        this.meter = meter;
        this.metrics = metrics;
        this.load = load;
    }

    void call(Caller caller, RpcMessage message, Era era, ModernMeta meta, int bytes, Reply reply) {
        Traceparent trace = Traceparent.parse(caller.headers().get(Headers.TRACEPARENT));
        if (trace == null) {
            trace = Traceparent.parse(meta.traceparent());
        }
        Attempt attempt = era == Era.MODERN
                ? caller.modern("tools/call", meta, trace, bytes)
                : caller.legacy("tools/call", trace, bytes);
        String name = message.string(message.name());
        Span arguments = message.arguments();
        if (name == null || arguments != null && !message.isObject(arguments)) {
            meter.refused(attempt, name, RefusalReason.INVALID_REQUEST);
            refuse(
                    reply,
                    attempt,
                    Faults.of(
                            message,
                            era,
                            Fault.INVALID_PARAMS,
                            "tools/call needs params.name, a string, and params.arguments, if any, as an object."));
            return;
        }
        Serving.NotServed notServed = serving.refusal(caller.snapshot(), caller.startedAt());
        if (notServed != null) {
            meter.refused(attempt, name, notServed.reason());
            Answer answer = Faults.of(message, era, Fault.NOT_NOW, notServed.words());
            refuse(reply, attempt, answer.retryAfterMillis(notServed.retryAfterMillis()));
            return;
        }
        ExposedTool tool = caller.view().find(name, caller.filter());
        if (tool == null) {
            meter.refused(attempt, name, RefusalReason.UNKNOWN_TOOL);
            refuse(reply, attempt, Faults.of(message, era, Fault.INVALID_PARAMS, "Unknown tool: " + shown(name)));
            return;
        }
        Answer refusal = refusal(caller, attempt, tool, message, era);
        if (refusal != null) {
            refuse(reply, attempt, refusal);
            return;
        }
        forward(attempt, tool, message, era, trace, reply);
    }

    /** Why a call to a visible tool is refused; null if it is not. */
    private @Nullable Answer refusal(Caller caller, Attempt attempt, ExposedTool tool, RpcMessage message, Era era) {
        String mismatch =
                era == Era.MODERN ? HeaderMatch.mismatch(caller.headers(), message, tool.paramHeaders()) : null;
        if (mismatch != null) {
            meter.refused(attempt, tool.server(), tool.tool(), RefusalReason.INVALID_REQUEST);
            return Faults.of(message, era, Fault.HEADER_MISMATCH, mismatch);
        }
        CallRule rule = tool.rule();
        CallRule.Refusal refusal = rule == null ? null : rule.refusal(tool, call(caller, attempt, message), metrics);
        if (refusal == null) {
            return null;
        }
        meter.refused(attempt, tool.server(), tool.tool(), refusal.reason());
        // As a result rather than an error: it is for the model to read, which may call again with other arguments.
        return Results.answer(message, Buffer.buffer(Results.toolError(refusal.words())), era == Era.MODERN);
    }

    private static CallRule.Call call(Caller caller, Attempt attempt, RpcMessage message) {
        Span arguments = message.arguments();
        return new CallRule.Call(
                arguments == null ? NO_ARGUMENTS : arguments.of(message.bytes()),
                attempt.agentName() == null ? "" : attempt.agentName(),
                attempt.agentVersion() == null ? "" : attempt.agentVersion(),
                caller.source().text(),
                attempt.startedAt());
    }

    private void forward(
            Attempt attempt, ExposedTool tool, RpcMessage message, Era era, @Nullable Traceparent trace, Reply reply) {
        if (!meter.hasRoom()) {
            metrics.boundHit("event-spool");
            meter.refused(attempt, tool.server(), tool.tool(), RefusalReason.UNRECORDABLE);
            notNow(
                    reply,
                    attempt,
                    message,
                    era,
                    "Tollgate cannot record calls at the moment, and makes none that it cannot record. Try again"
                            + " later.");
            return;
        }
        if (!load.enter(attempt.key().id())) {
            metrics.boundHit("calls-per-key");
            meter.refused(attempt, tool.server(), tool.tool(), RefusalReason.OVERLOADED);
            notNow(
                    reply,
                    attempt,
                    message,
                    era,
                    "This key has " + Bounds.CALLS_PER_KEY_MAX
                            + " calls under way, which is all it may have. Try again when some have ended.");
            return;
        }
        RunningCall call = new RunningCall(attempt, tool, message, era, reply, meter, load);
        call.start(upstream, upstreamCall(tool, message, trace));
    }

    private static UpstreamCall upstreamCall(ExposedTool tool, RpcMessage message, @Nullable Traceparent trace) {
        Span meta = message.meta();
        Buffer sentMeta = meta == null || !message.isObject(meta) ? null : Buffer.buffer(meta.of(message.bytes()));
        return new UpstreamCall(
                "tools/call",
                tool.tool().name(),
                message.paramsFor(tool.quotedUpstreamName()).toBuffer(),
                sentMeta,
                tool.server().timeoutMillis(),
                trace == null ? null : trace.under(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE)),
                HeaderMatch.repeated(message, tool.paramHeaders()));
    }

    /** An agent's own text comes back to it, but not at any length. */
    private static String shown(String name) {
        return name.length() <= Bounds.HEADER_TEXT_CHARS_MAX
                ? name
                : name.substring(0, Bounds.HEADER_TEXT_CHARS_MAX) + "…";
    }

    private static void notNow(Reply reply, Attempt attempt, RpcMessage message, Era era, String words) {
        refuse(reply, attempt, Faults.of(message, era, Fault.NOT_NOW, words).retryAfterMillis(FULL_RETRY_MILLIS));
    }

    private static void refuse(Reply reply, Attempt attempt, Answer answer) {
        reply.answer(answer.forCall(attempt.callId().toString()));
    }
}
