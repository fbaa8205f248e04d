package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.code.ToolCaller;
import dev.tollgate.gateway.edge.stream.StreamKeeper;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.Span;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The answer to a script's call: for the script; what is said before it is for its agent. */
final class ScriptReply implements Reply {
    private static final Members.Wanted MESSAGE = Members.Wanted.of("message");

    private final Reply agent;
    private final String scriptCall;
    private final CompletableFuture<ToolCaller.Answer> answer;
    private final List<Runnable> abandoned = new ArrayList<>(1);

    /**
     * @param scriptCall the id of the agent's call
     */
    ScriptReply(Reply agent, String scriptCall, CompletableFuture<ToolCaller.Answer> answer) {
        this.agent = agent;
        this.scriptCall = scriptCall;
        this.answer = answer;
    }

    @Override
    public void answer(Answer given) {
        Buffer body = given.body();
        answer.complete(body == null ? new ToolCaller.Answer.Refused("was called off") : read(body.getBytes()));
    }

    private static ToolCaller.Answer read(byte[] body) {
        try {
            RpcMessage message = RpcMessage.scan(body);
            Span result = message.result();
            if (result != null) {
                return new ToolCaller.Answer.Result(result.of(body));
            }
            Span error = message.error();
            String words = error == null || !message.isObject(error)
                    ? null
                    : message.string(Members.read(body, error, MESSAGE).get(0));
            return new ToolCaller.Answer.Refused(words == null ? "failed" : words);
        } catch (MalformedJson e) {
            return new ToolCaller.Answer.Refused("answered with what cannot be read");
        }
    }

    @Override
    public void notification(Buffer message, String callId) {
        agent.notification(message, scriptCall);
    }

    @Override
    public boolean request(Buffer message, String callId) {
        return agent.request(message, scriptCall);
    }

    /** The script's own stream is kept, not that of its calls. */
    @Override
    public void keptBy(StreamKeeper keeper) {}

    @Override
    public void onAbandoned(Runnable action) {
        abandoned.add(action);
    }

    /** Nobody waits for the call any more. */
    void abandon() {
        abandoned.forEach(Runnable::run);
    }
}
