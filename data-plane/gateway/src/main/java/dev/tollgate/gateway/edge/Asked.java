package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.meter.Attempt;
import dev.tollgate.gateway.policy.CallRule;
import dev.tollgate.gateway.policy.ShownTools;
import dev.tollgate.gateway.upstream.ClientAbilities;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One request that is whole in its revision, on its way to its method.
 *
 * @param bytes of the message
 * @param relayed whether Tollgate wrote it for the agent, whose headers then say nothing of it
 * @param consent of somebody who is asked before some calls
 */
record Asked(
        Caller caller,
        RpcMessage message,
        Era era,
        ModernMeta meta,
        String method,
        int bytes,
        Reply reply,
        boolean relayed,
        Consent consent) {
    private static final byte[] NO_ARGUMENTS = {'{', '}'};

    /** The same with another message in its place. */
    Asked relaying(RpcMessage other) {
        return new Asked(caller, other, era, meta, method, bytes, reply, true, consent);
    }

    /** The same with somebody's consent. */
    Asked agreed() {
        return new Asked(caller, message, era, meta, method, bytes, reply, relayed, Consent.GIVEN);
    }

    /** The trace that the agent's request belongs to; a header counts before the body. */
    @Nullable
    Traceparent trace() {
        Traceparent trace = Traceparent.parse(caller.headers().get(Headers.TRACEPARENT));
        return trace != null ? trace : Traceparent.parse(meta.traceparent());
    }

    /** What is handed on upstream of a trace; null if there is none. */
    static @Nullable String under(@Nullable Traceparent trace) {
        return trace == null ? null : trace.under(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }

    Attempt attempt(@Nullable Traceparent trace) {
        return switch (era) {
            case LEGACY -> caller.legacy(method, trace, bytes);
            case MODERN -> caller.modern(method, meta, trace, bytes);
        };
    }

    /** The tools that the caller sees, by how they are shown. */
    ShownTools shown() {
        return caller.view().shown(caller.filter());
    }

    /** What the agent's client can do for a server that asks in the middle of a call. */
    ClientAbilities abilities() {
        return switch (era) {
            case LEGACY ->
                caller.session() == null
                        ? ClientAbilities.NONE
                        : caller.session().abilities();
            // It is asked by the result of its call, and that is the script's.
            case MODERN -> caller.parent() == null ? meta.abilities() : ClientAbilities.NONE;
        };
    }

    /** The agent's {@code _meta}, if it sent an object. */
    @Nullable
    Buffer sentMeta() {
        Span sent = message.meta();
        return sent == null || !message.isObject(sent) ? null : Buffer.buffer(sent.of(message.bytes()));
    }

    /** What conditions look at, of a request with {@code params.arguments}. */
    CallRule.Call ruled(Attempt attempt) {
        Span arguments = message.arguments();
        return ruled(attempt, arguments == null ? NO_ARGUMENTS : arguments.of(message.bytes()));
    }

    /**
     * @param arguments a JSON object
     */
    CallRule.Call ruled(Attempt attempt, byte[] arguments) {
        return new CallRule.Call(
                arguments,
                attempt.agentName() == null ? "" : attempt.agentName(),
                attempt.agentVersion() == null ? "" : attempt.agentVersion(),
                caller.source().text(),
                attempt.startedAt());
    }

    void answer(Attempt attempt, Answer answer) {
        reply.answer(answer.forCall(attempt.callId().toString()));
    }

    void fault(Attempt attempt, Fault fault, String words) {
        answer(attempt, Faults.of(message, era, fault, words));
    }

    void notNow(Attempt attempt, String words, long retryAfterMillis) {
        answer(attempt, Faults.of(message, era, Fault.NOT_NOW, words).retryAfterMillis(retryAfterMillis));
    }

    /** An agent's own text comes back to it, but not at any length. */
    static String shown(String name) {
        return name.length() <= Bounds.HEADER_TEXT_CHARS_MAX
                ? name
                : name.substring(0, Bounds.HEADER_TEXT_CHARS_MAX) + "…";
    }
}
