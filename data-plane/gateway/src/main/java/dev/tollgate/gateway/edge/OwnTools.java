package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.code.ToolDesk;
import dev.tollgate.gateway.json.JsonEdit;
import dev.tollgate.gateway.json.JsonText;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.meter.Attempt;
import dev.tollgate.gateway.meter.CallContent;
import dev.tollgate.gateway.meter.CallMeter;
import dev.tollgate.gateway.meter.PriceList;
import dev.tollgate.gateway.policy.ExposedTool;
import dev.tollgate.gateway.policy.MetaTool;
import dev.tollgate.gateway.policy.ShownTools;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Calls of Tollgate's own tools: each is an event like any other, and costs nothing but what it calls. */
final class OwnTools {
    private static final long FULL_RETRY_MILLIS = 1_000;
    private static final byte[] NO_ARGUMENTS = {'{', '}'};
    private static final Members.Wanted ARGUMENTS = Members.Wanted.of("arguments");

    private final DeskWork desk;
    private final ScriptCalls scripts;
    private final CallMeter meter;
    private final CallTokens tokens;
    private final EdgeMetrics metrics;

    OwnTools(DeskWork desk, ScriptCalls scripts, CallMeter meter, CallTokens tokens, EdgeMetrics metrics) {
        this.desk = desk;
        this.scripts = scripts;
        this.meter = meter;
        this.tokens = tokens;
        this.metrics = metrics;
    }

    /**
     * @param calls takes the calls of tools that come of it
     */
    void call(Asked asked, Attempt attempt, MetaTool tool, Consumer<Asked> calls) {
        if (asked.message().task() != null && asked.era() == Era.LEGACY) {
            meter.refused(attempt, tool.exposedName(), RefusalReason.INVALID_REQUEST);
            asked.fault(attempt, Fault.UNKNOWN_METHOD, "This tool does not run as a task.");
            return;
        }
        if (!meter.hasRoom()) {
            metrics.boundHit("event-spool");
            meter.refused(attempt, tool.exposedName(), RefusalReason.UNRECORDABLE);
            asked.notNow(attempt, "Tollgate cannot record calls at the moment. Try again later.", FULL_RETRY_MILLIS);
            return;
        }
        Context context = Vertx.currentContext();
        Abandonment abandonment = new Abandonment();
        asked.reply().onAbandoned(abandonment);
        Span given = asked.message().arguments();
        byte[] arguments =
                given == null ? NO_ARGUMENTS : given.of(asked.message().bytes());
        ShownTools shown = asked.shown();
        PriceList prices = PriceList.of(asked.caller().snapshot().catalog());
        boolean taken = desk.ask(
                tool,
                arguments,
                shown,
                prices,
                outcome -> context.runOnContext(_ -> then(asked, attempt, tool, outcome, calls, abandonment)));
        if (!taken) {
            metrics.boundHit("tool-desk");
            meter.refused(attempt, tool.exposedName(), RefusalReason.OVERLOADED);
            asked.notNow(attempt, "Very many tools are looked up at the moment. Try again.", FULL_RETRY_MILLIS);
        }
    }

    private void then(
            Asked asked,
            Attempt attempt,
            MetaTool tool,
            ToolDesk.Outcome outcome,
            Consumer<Asked> calls,
            Abandonment abandonment) {
        if (abandonment.isThere()) {
            answer(asked, attempt, tool, CallStatus.CANCELLED, NO_ARGUMENTS, 0);
            return;
        }
        switch (outcome) {
            case ToolDesk.Outcome.Text text ->
                answer(asked, attempt, tool, CallStatus.OK, Results.toolText(text.text()), 0);
            case ToolDesk.Outcome.Wrong wrong ->
                answer(asked, attempt, tool, CallStatus.TOOL_ERROR, Results.toolError(wrong.words()), 0);
            case ToolDesk.Outcome.Run run ->
                scripts.run(asked, attempt, run, calls, abandonment, (status, result, asks, waitedNanos) -> {
                    if (asks) {
                        ask(asked, attempt, tool, status, result, waitedNanos);
                    } else {
                        answer(asked, attempt, tool, status, result, waitedNanos);
                    }
                });
            case ToolDesk.Outcome.Call call -> {
                RpcMessage inner = called(asked.message(), call.tool());
                if (inner == null) {
                    answer(
                            asked,
                            attempt,
                            tool,
                            CallStatus.TOOL_ERROR,
                            Results.toolError("executeTool was given its arguments twice."),
                            0);
                } else {
                    // In the place of this call: it is recorded and answered once, as the tool's.
                    calls.accept(asked.relaying(inner));
                }
            }
        }
    }

    /** The request as if the agent had named the tool itself; null if it says twice with what. */
    private static @Nullable RpcMessage called(RpcMessage message, ExposedTool tool) {
        try {
            Span outer = message.arguments();
            Span name = message.name();
            if (outer == null || name == null) {
                return null;
            }
            Span inner = Members.read(message.bytes(), outer, ARGUMENTS).get(0);
            byte[] arguments = inner == null || !message.isObject(inner) ? NO_ARGUMENTS : inner.of(message.bytes());
            return RpcMessage.scan(new JsonEdit(message.bytes(), message.whole())
                    .replace(name, JsonText.quote(tool.exposedName()))
                    .replace(outer, arguments)
                    .apply()
                    .toBytes());
        } catch (MalformedJson e) {
            return null;
        }
    }

    /** No model reads a question, nor writes the request that brings the answer: their tokens are counted at the end. */
    private void ask(Asked asked, Attempt attempt, MetaTool tool, CallStatus status, byte[] result, long waitedNanos) {
        boolean recorded = meter.answered(attempt, tool.exposedName(), status, result.length, null, waitedNanos);
        asked.answer(
                attempt,
                recorded
                        ? Results.answer(asked.message(), Buffer.buffer(result), false)
                        : Faults.unrecorded(asked.message()));
    }

    /**
     * @param result a JSON object
     */
    private void answer(
            Asked asked, Attempt attempt, MetaTool tool, CallStatus status, byte[] result, long waitedNanos) {
        CallContent content = new CallContent(asked.message(), result.length, () -> result, null);
        if (CallTokens.counts(attempt)) {
            tokens.count(
                    asked,
                    attempt,
                    content,
                    status,
                    counted -> answer(asked, attempt, tool, status, result, counted, waitedNanos));
        } else {
            answer(asked, attempt, tool, status, result, content, waitedNanos);
        }
    }

    private void answer(
            Asked asked,
            Attempt attempt,
            MetaTool tool,
            CallStatus status,
            byte[] result,
            CallContent content,
            long waitedNanos) {
        boolean recorded =
                meter.answered(attempt, tool.exposedName(), status, result.length, content.tokens(), waitedNanos);
        boolean modern = asked.era() == Era.MODERN;
        if (status == CallStatus.CANCELLED) {
            asked.reply().answer(Answer.ACCEPTED);
        } else {
            asked.answer(
                    attempt,
                    recorded
                            ? Results.answer(asked.message(), Buffer.buffer(result), modern)
                            : Faults.unrecorded(asked.message()));
        }
    }
}
