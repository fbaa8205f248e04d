package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.JsonBytes;
import dev.tollgate.gateway.json.JsonReader;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.upstream.ClientAbilities;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a server of the modern era asks by its result, put to a client of the legacy era as requests in the middle of the
 * call, and the answers gathered for the server's next round. Lives on one event loop.
 */
final class InputRounds {
    /** A server that asks on and on is not answered any more. */
    static final int ROUNDS_MAX = 8;

    static final int REQUESTS_MAX = 32;
    /** How long a client's person may take for one round. */
    static final Duration ANSWER_MAX = Duration.ofMinutes(5);

    private static final Members.Wanted RESULT = Members.Wanted.of("inputRequests", "requestState");
    private static final Members.Wanted REQUEST = Members.Wanted.of("method", "params");

    private final CallQuestions questions;
    private final ClientAbilities abilities;
    private int rounds;

    InputRounds(CallQuestions questions, ClientAbilities abilities) {
        this.questions = questions;
        this.abilities = abilities;
    }

    /** How a round ended. */
    sealed interface Outcome {
        /**
         * @param members of the next round's params, as JSON
         */
        record Answered(byte[] members) implements Outcome {}

        /**
         * @param words behind the server's name, for the agent
         */
        record Unanswered(String words) implements Outcome {}
    }

    /**
     * @param key as JSON
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Request(byte[] key, String method, Buffer params) {}

    /**
     * Asks the client all that a result asks for.
     *
     * @param result a JSON object whose type is {@code input_required}
     * @param then told once, in a later turn of the event loop or in this one
     */
    void ask(byte[] result, Consumer<Outcome> then) {
        List<Request> requests;
        Span state;
        try {
            Members members = Members.read(new JsonReader(result), RESULT);
            requests = requests(result, members.get(0));
            state = members.get(1);
        } catch (MalformedJson e) {
            then.accept(new Outcome.Unanswered("asks for more input in words that are none"));
            return;
        }
        String refusal = refusal(requests);
        if (refusal != null) {
            then.accept(new Outcome.Unanswered(refusal));
            return;
        }
        new Round(requests, state == null ? null : state.of(result), then).begin();
    }

    private @Nullable String refusal(List<Request> requests) {
        if (++rounds > ROUNDS_MAX) {
            return "asks for more input in more than " + ROUNDS_MAX + " rounds";
        }
        if (requests.size() > REQUESTS_MAX) {
            return "asks more than " + REQUESTS_MAX + " questions at once";
        }
        return requests.stream()
                .filter(request -> !abilities.understands(request.method))
                .findFirst()
                .map(request -> "asks for more input (" + Asked.shown(request.method)
                        + "), and the client did not say at its initialize that it can be asked that")
                .orElse(null);
    }

    private static List<Request> requests(byte[] result, @Nullable Span at) throws MalformedJson {
        List<Request> requests = new ArrayList<>();
        if (at == null) {
            return requests;
        }
        JsonReader reader = new JsonReader(result, at.start(), at.end());
        reader.enterObject();
        while (reader.nextMember()) {
            int keyStart = reader.keyPosition();
            byte[] key = new Span(keyStart, keyEnd(result, keyStart)).of(result);
            Span value = reader.valueSpan();
            Members members = Members.read(result, value, REQUEST);
            Span method = members.get(0);
            Span params = members.get(1);
            if (method == null || result[method.start()] != '"') {
                throw reader.malformed("a question without a method");
            }
            String name = method.text(result);
            requests.add(new Request(
                    key,
                    name.substring(1, name.length() - 1),
                    Buffer.buffer(params == null ? new byte[] {'{', '}'} : params.of(result))));
        }
        return requests;
    }

    /** Behind the quotation mark that ends the string. */
    private static int keyEnd(byte[] json, int start) {
        int at = start + 1;
        while (json[at] != '"') {
            at += json[at] == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    /** One round's questions. */
    private final class Round {
        private final List<Request> requests;
        private final byte @Nullable [] state;
        private final Consumer<Outcome> then;
        private final @Nullable Buffer[] answers;
        private int missing;
        private boolean over;
        private long timer;

        Round(List<Request> requests, byte @Nullable [] state, Consumer<Outcome> then) {
            this.requests = requests;
            this.state = state;
            this.then = then;
            this.answers = new Buffer[requests.size()];
            this.missing = requests.size();
        }

        void begin() {
            timer = Vertx.currentContext()
                    .owner()
                    .setTimer(
                            ANSWER_MAX.toMillis(),
                            _ -> end(
                                    new Outcome.Unanswered("asked for more input, and the client did not answer within "
                                            + ANSWER_MAX.toSeconds() + " s")));
            if (requests.isEmpty()) {
                endAnswered();
            }
            for (int i = 0; i < requests.size() && !over; i++) {
                int place = i;
                Request request = requests.get(i);
                if (!questions.ask(request, request.method, request.params, word -> take(place, word))) {
                    end(new Outcome.Unanswered("asks for more input, and this client cannot be asked: it must accept"
                            + " text/event-stream"));
                }
            }
        }

        private void take(int place, Questions.Word word) {
            switch (word) {
                case Questions.Word.Result result -> {
                    answers[place] = result.result();
                    if (--missing == 0) {
                        endAnswered();
                    }
                }
                case Questions.Word.Error _ ->
                    end(new Outcome.Unanswered("asked for more input, and the client answered with an error"));
            }
        }

        private void endAnswered() {
            JsonBytes members = new JsonBytes(256).raw("\"inputResponses\":{");
            for (int i = 0; i < answers.length; i++) {
                Buffer answer = answers[i];
                if (answer != null) {
                    (i == 0 ? members : members.append(','))
                            .append(requests.get(i).key)
                            .append(':')
                            .append(answer);
                }
            }
            members.append('}');
            end(new Outcome.Answered(
                    (state == null ? members : members.raw(",\"requestState\":").append(state)).toBytes()));
        }

        private void end(Outcome outcome) {
            if (over) {
                return;
            }
            over = true;
            Vertx.currentContext().owner().cancelTimer(timer);
            requests.forEach(questions::withdraw);
            then.accept(outcome);
        }
    }
}
