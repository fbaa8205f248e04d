package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.meter.Attempt;
import dev.tollgate.gateway.meter.CallMeter;
import dev.tollgate.gateway.meter.Target;
import dev.tollgate.gateway.policy.AskFirst;
import dev.tollgate.gateway.policy.CallRule;
import dev.tollgate.gateway.policy.ExposedTool;
import dev.tollgate.gateway.policy.MetaTool;
import dev.tollgate.gateway.policy.TaskSupport;
import dev.tollgate.gateway.upstream.TaskTie;
import dev.tollgate.model.event.RefusalReason;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** {@code tools/call}: policy, and on to the tool's server. */
final class ToolCalls {
    private final Forwarding forwarding;
    private final TaskPlaces places;
    private final CallMeter meter;
    private final EdgeMetrics metrics;
    private final OwnTools own;
    private final Approvals approvals;

    ToolCalls(
            Forwarding forwarding,
            TaskPlaces places,
            CallMeter meter,
            EdgeMetrics metrics,
            OwnTools own,
            Approvals approvals) {
        this.own = own;
        this.approvals = approvals;
        this.places = places;
        this.forwarding = forwarding;
        this.meter = meter;
        this.metrics = metrics;
    }

    void call(Asked asked) {
        RpcMessage message = asked.message();
        Attempt attempt = asked.attempt(asked.trace());
        String name = message.string(message.name());
        Span arguments = message.arguments();
        if (name == null || arguments != null && !message.isObject(arguments)) {
            meter.refused(attempt, name, RefusalReason.INVALID_REQUEST);
            asked.fault(
                    attempt,
                    Fault.INVALID_PARAMS,
                    "tools/call needs params.name, a string, and params.arguments, if any, as an object.");
            return;
        }
        if (!forwarding.serves(asked, attempt, name)) {
            return;
        }
        MetaTool ours = asked.relayed() ? null : asked.shown().own(name);
        if (ours != null) {
            own.call(asked, attempt, ours, this::call);
            return;
        }
        ExposedTool tool = asked.caller().view().find(name, asked.caller().filter());
        if (tool == null) {
            meter.refused(attempt, name, RefusalReason.UNKNOWN_TOOL);
            asked.fault(attempt, Fault.INVALID_PARAMS, "Unknown tool: " + Asked.shown(name));
            return;
        }
        Target target = Target.of(tool.server(), tool.tool());
        Answer refusal = refusal(asked, attempt, tool, target);
        if (refusal != null) {
            asked.answer(attempt, refusal);
            return;
        }
        if (AskFirst.holds(attempt.snapshot(), tool)) {
            approvals.ask(asked, attempt, target, agreed -> send(agreed, attempt, tool, target));
        } else {
            send(asked, attempt, tool, target);
        }
    }

    private void send(Asked asked, Attempt attempt, ExposedTool tool, Target target) {
        forwarding.send(
                asked,
                attempt,
                target,
                asked.message().paramsNamed(tool.quotedUpstreamName()),
                target.name(),
                asked.trace(),
                HeaderMatch.repeated(asked.message(), tool.paramHeaders()),
                task(asked, tool, target));
    }

    /** What a call has to do with tasks; null, as mostly, if nothing. */
    private @Nullable TaskPart task(Asked asked, ExposedTool tool, Target target) {
        boolean sent = asked.message().task() != null;
        CreatedTask.Request request = switch (asked.era()) {
            case LEGACY -> sent ? CreatedTask.Request.AS_SENT : null;
            case MODERN -> {
                boolean knows = asked.abilities().tasks();
                boolean asks = knows && tool.taskSupport() == TaskSupport.REQUIRED;
                yield asks ? CreatedTask.Request.ADDED : knows || sent ? CreatedTask.Request.LEFT_OUT : null;
            }
        };
        if (request == null) {
            return null;
        }
        TaskTie tie = request == CreatedTask.Request.LEFT_OUT ? null : new TaskTie(null);
        return new TaskPart(asked, target, asked.method(), tie, new CreatedTask(asked, target, request, places));
    }

    /** Why a call to a visible tool is refused; null if it is not. */
    private @Nullable Answer refusal(Asked asked, Attempt attempt, ExposedTool tool, Target target) {
        RpcMessage message = asked.message();
        boolean modern = asked.era() == Era.MODERN;
        boolean repeats = modern && !asked.relayed();
        String mismatch = repeats ? HeaderMatch.mismatch(asked.caller().headers(), message, tool.paramHeaders()) : null;
        if (mismatch != null) {
            meter.refused(attempt, target, RefusalReason.INVALID_REQUEST);
            return Faults.of(message, asked.era(), Fault.HEADER_MISMATCH, mismatch);
        }
        if (modern && !asked.abilities().tasks() && tool.taskSupport() == TaskSupport.REQUIRED) {
            meter.refused(attempt, target, RefusalReason.INVALID_REQUEST);
            return TaskCalls.lacksTasks(
                    asked, "This tool runs as a task only, for clients that declare the extension.");
        }
        if (!modern && message.task() != null && tool.taskSupport() == TaskSupport.FORBIDDEN) {
            meter.refused(attempt, target, RefusalReason.INVALID_REQUEST);
            return Faults.of(message, asked.era(), Fault.UNKNOWN_METHOD, "This tool does not run as a task.");
        }
        CallRule rule = tool.rule();
        CallRule.Refusal refusal = rule == null ? null : rule.refusal(tool, asked.ruled(attempt), metrics);
        if (refusal == null) {
            return null;
        }
        meter.refused(attempt, target, refusal.reason());
        // As a result rather than an error: it is for the model to read, which may call again with other arguments.
        return Results.answer(message, Buffer.buffer(Results.toolError(refusal.words())), modern);
    }
}
