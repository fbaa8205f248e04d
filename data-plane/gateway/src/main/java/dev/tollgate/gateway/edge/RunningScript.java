package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.code.ScriptRun;
import dev.tollgate.gateway.code.ScriptTool;
import dev.tollgate.gateway.code.ToolCaller;
import dev.tollgate.gateway.identity.Identification;
import dev.tollgate.gateway.json.JsonBytes;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.meter.Attempt;
import dev.tollgate.gateway.meter.ParentCall;
import io.vertx.core.Context;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A script that was let through, until it has ended. Its calls are requests of its agent's that the agent did not send: each
 * takes the way of any other, by what is configured when it is made. Lives on one event loop, but for {@link #call}.
 */
final class RunningScript implements ToolCaller {
    private static final Members.Wanted META =
            Members.Wanted.of("progressToken", "traceparent", "tracestate", "baggage");
    /** The members of which that are handed on, behind the first. */
    private static final int TRACE_MEMBERS_FROM = 1;

    private final Asked asked;
    private final Attempt attempt;
    private final Context context;
    private final Rounds rounds;
    private final Consumer<Asked> calls;
    private final Callers callers;
    private final InstantSource clock;
    private final @Nullable ScriptRound earlier;
    private final ParentCall parent;
    private final RunningCalls.@Nullable Name name;
    private final byte @Nullable [] progressToken;
    /** The agent's trace as a member of params behind a comma; empty if it told none. */
    private final byte[] trace;

    private @Nullable ScriptRun run;
    private int answered;
    private int begun;
    private boolean ended;

    /**
     * @param calls takes what the script calls
     * @param earlier the round that ended with questions whose answers the request brings; absent in the first
     */
    RunningScript(
            Asked asked,
            Attempt attempt,
            Context context,
            Rounds rounds,
            Consumer<Asked> calls,
            Callers callers,
            InstantSource clock,
            @Nullable ScriptRound earlier) {
        this.asked = asked;
        this.attempt = attempt;
        this.context = context;
        this.rounds = rounds;
        this.calls = calls;
        this.callers = callers;
        this.clock = clock;
        this.earlier = earlier;
        this.parent = earlier == null
                ? new ParentCall(attempt.callId(), 0)
                : new ParentCall(earlier.parent(), earlier.spentNanos());
        this.answered = earlier == null ? 0 : earlier.answered();
        this.name = RunningCalls.Name.of(asked);
        Members meta = meta(asked.message());
        this.progressToken = meta == null ? null : progressToken(asked.message(), meta);
        this.trace = meta == null ? new byte[0] : trace(asked.message(), meta);
    }

    private static @Nullable Members meta(RpcMessage message) {
        Span meta = message.meta();
        try {
            return meta == null || !message.isObject(meta) ? null : Members.read(message.bytes(), meta, META);
        } catch (MalformedJson e) {
            return null;
        }
    }

    private static byte @Nullable [] progressToken(RpcMessage message, Members meta) {
        Span token = meta.get(0);
        return token == null || token.length() > RpcMessage.ID_BYTES_MAX ? null : token.of(message.bytes());
    }

    private static byte[] trace(RpcMessage message, Members meta) {
        JsonBytes out = new JsonBytes(256);
        for (int i = TRACE_MEMBERS_FROM; i < META.names().length; i++) {
            Span value = meta.get(i);
            if (value != null && message.isString(value)) {
                out.raw(out.length() == 0 ? ",\"_meta\":{\"" : ",\"")
                        .append(META.names()[i])
                        .raw("\":")
                        .append(message.bytes(), value);
            }
        }
        return (out.length() == 0 ? out : out.append('}')).toBytes();
    }

    void start(ScriptRun script, Abandonment abandonment) {
        run = script;
        abandonment.then(script::cancel);
        if (name != null) {
            rounds.calls().began(name, script::cancel);
            asked.reply().keptBy(rounds.keeper(asked, attempt));
        }
    }

    void end() {
        ended = true;
        if (name != null) {
            rounds.calls().ended(name);
        }
    }

    /** What its calls have cost, in nano-dollars. */
    long costNanos() {
        return parent.costNanos();
    }

    /** What the next round is to know of this one and those before. */
    ScriptRound after(byte[] journal) {
        int number = earlier == null ? 1 : earlier.number() + 1;
        return new ScriptRound(number, parent.id(), parent.costNanos(), answered, journal);
    }

    /** The name of the question about a call. */
    static String question(int call) {
        return ModernRounds.APPROVAL + "-" + call;
    }

    @Override
    public CompletableFuture<Answer> call(ScriptTool tool, int number, boolean wasAsked, byte[] arguments) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        context.runOnContext(_ -> {
            if (ended || answer.isDone()) {
                answer.complete(new Answer.Refused("was not called: the script is over"));
            } else {
                begin(tool, arguments, answer, consent(number, wasAsked, answer));
            }
        });
        return answer;
    }

    /** Of a client of the modern era: one of the legacy era is asked while the script waits. */
    private Consent consent(int number, boolean wasAsked, CompletableFuture<Answer> answer) {
        Consent said = wasAsked ? ModernRounds.consent(asked.message(), question(number)) : Consent.UNKNOWN;
        boolean askable = asked.era() == Era.MODERN && asked.meta().abilities().elicitationForm();
        return askable && said instanceof Consent.Unknown
                ? new Consent.ByEndingTheScript(params -> answer.complete(new Answer.Asks(params)))
                : said;
    }

    private void begin(ScriptTool tool, byte[] arguments, CompletableFuture<Answer> answer, Consent consent) {
        if (!(callers.again(asked.caller()) instanceof Identification.Known known)
                || !known.key().id().equals(attempt.key().id())) {
            answer.complete(new Answer.Refused("was not called: the key is no longer good"));
            return;
        }
        byte[] message = message(tool.tool().exposedName(), arguments);
        try {
            ScriptReply reply = new ScriptReply(asked.reply(), attempt.callId().toString(), answer);
            answer.whenComplete((given, _) -> context.runOnContext(_ -> {
                if (!(given instanceof Answer.Asks)) {
                    done(tool, answer, reply);
                }
            }));
            calls.accept(new Asked(
                    asked.caller().within(parent, known.snapshot(), known.key(), clock.instant()),
                    RpcMessage.scan(message),
                    asked.era(),
                    asked.meta(),
                    asked.method(),
                    message.length,
                    reply,
                    true,
                    consent));
        } catch (MalformedJson e) {
            throw new IllegalStateException("it was written here", e);
        }
    }

    /** Of the agent's {@code _meta} the trace alone: under its progress token the script tells how far it is. */
    private byte[] message(String tool, byte[] arguments) {
        return new JsonBytes(arguments.length + 128)
                .raw("{\"jsonrpc\":\"2.0\",\"id\":")
                .number(++begun)
                .raw(",\"method\":\"tools/call\",\"params\":{\"name\":")
                .quoted(tool)
                .raw(",\"arguments\":")
                .append(arguments)
                .append(trace)
                .raw("}}")
                .toBytes();
    }

    private void done(ScriptTool tool, CompletableFuture<Answer> answer, ScriptReply reply) {
        if (answer.isCancelled()) {
            reply.abandon();
        }
        if (ended) {
            return;
        }
        answered++;
        if (progressToken != null) {
            asked.reply()
                    .notification(
                            new JsonBytes(256)
                                    .raw("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{"
                                            + "\"progressToken\":")
                                    .append(progressToken)
                                    .raw(",\"progress\":")
                                    .number(answered)
                                    .raw(",\"message\":")
                                    .quoted(tool.server() + "." + tool.name())
                                    .raw("}}")
                                    .toBuffer(),
                            attempt.callId().toString());
        }
    }
}
