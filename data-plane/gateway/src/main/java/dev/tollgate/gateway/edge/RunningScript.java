package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.code.ScriptRun;
import dev.tollgate.gateway.code.ScriptTool;
import dev.tollgate.gateway.code.ToolCaller;
import dev.tollgate.gateway.edge.stream.KeptStream;
import dev.tollgate.gateway.edge.stream.SseLine;
import dev.tollgate.gateway.edge.stream.StreamKeeper;
import dev.tollgate.gateway.identity.Identification;
import dev.tollgate.gateway.json.JsonBytes;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.meter.Attempt;
import dev.tollgate.gateway.meter.ParentCall;
import dev.tollgate.gateway.session.ClientSession;
import io.vertx.core.Context;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A script that was let through, until it has ended. Its calls are requests of its agent's that the agent did not send: each
 * takes the way of any other, by what is configured when it is made. Lives on one event loop, but for {@link #call}.
 */
final class RunningScript implements ToolCaller, StreamKeeper {
    private static final Members.Wanted PROGRESS = Members.Wanted.of("progressToken");

    private final Asked asked;
    private final Attempt attempt;
    private final Context context;
    private final Rounds rounds;
    private final Consumer<Asked> calls;
    private final Callers callers;
    private final InstantSource clock;
    private final ParentCall parent;
    private final RunningCalls.@Nullable Name name;
    private final byte @Nullable [] progressToken;
    private @Nullable ScriptRun run;
    private int answered;
    private int begun;
    private boolean ended;

    /**
     * @param calls takes what the script calls
     */
    RunningScript(
            Asked asked,
            Attempt attempt,
            Context context,
            Rounds rounds,
            Consumer<Asked> calls,
            Callers callers,
            InstantSource clock) {
        this.asked = asked;
        this.attempt = attempt;
        this.context = context;
        this.rounds = rounds;
        this.calls = calls;
        this.callers = callers;
        this.clock = clock;
        this.parent = new ParentCall(attempt.callId());
        this.name = RunningCalls.Name.of(asked);
        this.progressToken = progressToken(asked.message());
    }

    private static byte @Nullable [] progressToken(RpcMessage message) {
        Span meta = message.meta();
        try {
            Span token = meta == null || !message.isObject(meta)
                    ? null
                    : Members.read(message.bytes(), meta, PROGRESS).get(0);
            return token == null || token.length() > RpcMessage.ID_BYTES_MAX ? null : token.of(message.bytes());
        } catch (MalformedJson e) {
            return null;
        }
    }

    void start(ScriptRun script, Abandonment abandonment) {
        run = script;
        abandonment.then(script::cancel);
        if (name != null) {
            rounds.calls().began(name, script::cancel);
            asked.reply().keptBy(this);
        }
    }

    /** Only of a session, whose client can say who it is when it comes again. */
    @Override
    public @Nullable KeptStream keep(SseLine line) {
        ClientSession session = asked.caller().session();
        ScriptRun script = run;
        return name == null || session == null || script == null
                ? null
                : rounds.streams().open(attempt.key(), session, name.requestId(), line, script::cancel);
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

    @Override
    public CompletableFuture<Answer> call(ScriptTool tool, byte[] arguments) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        context.runOnContext(_ -> {
            if (ended || answer.isDone()) {
                answer.complete(new Answer.Refused("was not called: the script is over"));
            } else {
                begin(tool, arguments, answer);
            }
        });
        return answer;
    }

    private void begin(ScriptTool tool, byte[] arguments, CompletableFuture<Answer> answer) {
        if (!(callers.again(asked.caller()) instanceof Identification.Known known)
                || !known.key().id().equals(attempt.key().id())) {
            answer.complete(new Answer.Refused("was not called: the key is no longer good"));
            return;
        }
        byte[] message = message(tool.tool().exposedName(), arguments);
        try {
            ScriptReply reply = new ScriptReply(asked.reply(), attempt.callId().toString(), answer);
            answer.whenComplete((_, _) -> context.runOnContext(_ -> done(tool, answer, reply)));
            calls.accept(new Asked(
                    asked.caller().within(parent, known.snapshot(), known.key(), clock.instant()),
                    RpcMessage.scan(message),
                    asked.era(),
                    asked.meta(),
                    asked.method(),
                    message.length,
                    reply,
                    true));
        } catch (MalformedJson e) {
            throw new IllegalStateException("it was written here", e);
        }
    }

    /** Without the agent's {@code _meta}: under its progress token the script alone tells how far it is. */
    private byte[] message(String tool, byte[] arguments) {
        return new JsonBytes(arguments.length + 128)
                .raw("{\"jsonrpc\":\"2.0\",\"id\":")
                .number(++begun)
                .raw(",\"method\":\"tools/call\",\"params\":{\"name\":")
                .quoted(tool)
                .raw(",\"arguments\":")
                .append(arguments)
                .raw("}}")
                .toBytes();
    }

    private void done(ScriptTool tool, CompletableFuture<Answer> answer, ScriptReply reply) {
        if (answer.isCancelled()) {
            reply.abandon();
        }
        if (progressToken != null && !ended) {
            asked.reply()
                    .notification(
                            new JsonBytes(256)
                                    .raw("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{"
                                            + "\"progressToken\":")
                                    .append(progressToken)
                                    .raw(",\"progress\":")
                                    .number(++answered)
                                    .raw(",\"message\":")
                                    .quoted(tool.server() + "." + tool.name())
                                    .raw("}}")
                                    .toBuffer(),
                            attempt.callId().toString());
        }
    }
}
