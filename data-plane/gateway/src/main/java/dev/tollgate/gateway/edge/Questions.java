package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.seal.Seal;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What this gateway has asked agents' clients and they have not answered. A question's id is sealed and says which
 * gateway asked, because the answer may come to any other. Safe from any event loop.
 */
final class Questions {
    /** Of all agents; one more is not asked. */
    static final int OPEN_MAX = 10_000;

    private static final String PURPOSE = "question";

    private final Seal seal;
    private final String ownUrl;
    private final Map<UUID, Open> open = new ConcurrentHashMap<>();

    /**
     * @param ownUrl where other gateways reach this one, without a path
     */
    Questions(Seal seal, String ownUrl) {
        this.seal = seal;
        this.ownUrl = ownUrl;
    }

    /** A client's word on a question. */
    sealed interface Word {
        /**
         * @param result a JSON object; untrusted
         */
        record Result(Buffer result) implements Word {}

        /**
         * @param error a JSON-RPC error object; untrusted
         */
        record Error(Buffer error) implements Word {}
    }

    /**
     * @param id under which the client is asked
     */
    record Question(UUID number, String id) {}

    private record Open(VirtualKeyConfig key, Context context, Consumer<Word> then) {}

    /** Where an answer belongs. */
    sealed interface Place {
        /** It was given here. */
        record Here() implements Place {}

        /**
         * Another gateway asked.
         *
         * @param url without a path
         */
        record There(String url) implements Place {}

        /** Nobody waits for it. */
        record Nowhere() implements Place {}
    }

    /**
     * A question that may be put to a client; null if too many are open.
     *
     * @param then told the answer, once, on the current context
     */
    @Nullable
    Question ask(VirtualKeyConfig key, Consumer<Word> then) {
        if (open.size() >= OPEN_MAX) {
            return null;
        }
        UUID number = UUID.randomUUID();
        open.put(number, new Open(key, Vertx.currentContext(), then));
        byte[] plain = (number + " " + ownUrl).getBytes(StandardCharsets.UTF_8);
        return new Question(number, seal.seal(plain, bound(key)));
    }

    /** Nobody waits for the answer any more. */
    void close(Question question) {
        open.remove(question.number());
    }

    /**
     * Takes an answer that a client sent.
     *
     * @param answer with a result or an error
     */
    Place take(VirtualKeyConfig key, RpcMessage answer) {
        String id = answer.string(answer.id());
        byte[] plain = id == null ? null : seal.open(id, bound(key));
        if (plain == null) {
            return new Place.Nowhere();
        }
        String text = new String(plain, StandardCharsets.UTF_8);
        int space = text.indexOf(' ');
        String url = text.substring(space + 1);
        if (!url.equals(ownUrl)) {
            return new Place.There(url);
        }
        Open question = open.remove(UUID.fromString(text.substring(0, space)));
        Word word = question == null ? null : word(answer);
        if (question == null || word == null) {
            return new Place.Nowhere();
        }
        question.context.runOnContext(_ -> question.then.accept(word));
        return new Place.Here();
    }

    private static @Nullable Word word(RpcMessage answer) {
        Span result = answer.result();
        if (result != null) {
            return answer.isObject(result) ? new Word.Result(Buffer.buffer(result.of(answer.bytes()))) : null;
        }
        Span error = answer.error();
        return error != null && answer.isObject(error) ? new Word.Error(Buffer.buffer(error.of(answer.bytes()))) : null;
    }

    private static String bound(VirtualKeyConfig key) {
        return PURPOSE + " " + key.tenant() + " " + key.id();
    }

    /** How many are open. */
    int count() {
        return open.size();
    }
}
