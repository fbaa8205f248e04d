package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.JsonBytes;
import dev.tollgate.gateway.json.RpcSplice;
import dev.tollgate.gateway.meter.Attempt;
import dev.tollgate.gateway.upstream.UpstreamRequest;
import io.vertx.core.buffer.Buffer;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is asked of a legacy client during one call, on the stream that will carry the call's answer. Lives on one event loop. */
final class CallQuestions {
    private final Questions questions;
    private final Attempt attempt;
    private final Reply reply;
    /** By whom they were asked; absent while nothing was, as in most calls. */
    private @Nullable Map<Object, Questions.Question> open;

    CallQuestions(Questions questions, Attempt attempt, Reply reply) {
        this.questions = questions;
        this.attempt = attempt;
        this.reply = reply;
    }

    /**
     * Hands a server's request on; it is answered that nobody can be asked if that is so.
     *
     * @param talk absent if it is asked on behalf of no task
     */
    void forward(UpstreamRequest request, @Nullable TaskTalk talk) {
        Buffer params = talk == null ? request.params() : talk.question(request.params());
        boolean asked = ask(request, request.method(), params, word -> {
            switch (word) {
                case Questions.Word.Result result ->
                    request.result(talk == null ? result.result() : talk.answered(result.result()));
                case Questions.Word.Error error -> request.error(error.error());
            }
        });
        if (!asked) {
            request.error(Buffer.buffer(RpcSplice.errorObject(
                    Fault.UNKNOWN_METHOD.code(), "This client cannot be asked at the moment.", null)));
        }
    }

    /**
     * Asks the client.
     *
     * @param who asks, to take the question back by
     * @param params a JSON object
     * @return whether it hears
     */
    boolean ask(Object who, String method, Buffer params, Consumer<Questions.Word> then) {
        Map<Object, Questions.Question> asked = open == null ? new IdentityHashMap<>(1) : open;
        open = asked;
        Questions.Question question = questions.ask(attempt.key(), word -> {
            if (asked.remove(who) != null) {
                then.accept(word);
            }
        });
        if (question == null) {
            return false;
        }
        Buffer message = new JsonBytes(params.length() + question.id().length() + 96)
                .raw("{\"jsonrpc\":\"2.0\",\"id\":")
                .quoted(question.id())
                .raw(",\"method\":")
                .quoted(method)
                .raw(",\"params\":")
                .append(params)
                .append('}')
                .toBuffer();
        if (!reply.request(message, attempt.callId().toString())) {
            questions.close(question);
            return false;
        }
        asked.put(who, question);
        return true;
    }

    /** Whoever asked does not want to know any more; the client is told. */
    void withdraw(Object who) {
        Questions.Question question = open == null ? null : open.remove(who);
        if (question != null) {
            questions.close(question);
            reply.request(
                    new JsonBytes(question.id().length() + 96)
                            .raw(
                                    "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":")
                            .quoted(question.id())
                            .raw("}}")
                            .toBuffer(),
                    attempt.callId().toString());
        }
    }

    /** The call has ended, and with it all that was asked for its sake. */
    void end() {
        if (open != null) {
            open.values().forEach(questions::close);
            open.clear();
        }
    }
}
