package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.edge.stream.StreamKeeper;
import dev.tollgate.gateway.json.JsonBytes;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The answers to a batch (2025-03-26 only), sent together when the last is there. Notifications before them are left out:
 * an array has no place for them.
 */
final class BatchReply {
    private final Reply whole;
    private final List<Buffer> answers = new ArrayList<>();
    private final List<Runnable> abandoned = new ArrayList<>();
    private int open;

    BatchReply(Reply whole, int messages) {
        this.whole = whole;
        this.open = messages;
        whole.onAbandoned(() -> abandoned.forEach(Runnable::run));
    }

    /** The place of one message's answer. */
    Reply next() {
        return new Reply() {
            @Override
            public void answer(Answer answer) {
                take(answer);
            }

            @Override
            public void notification(Buffer message, String callId) {}

            @Override
            public boolean request(Buffer message, String callId) {
                return false;
            }

            @Override
            public void keptBy(StreamKeeper keeper) {}

            @Override
            public void onAbandoned(Runnable action) {
                abandoned.add(action);
            }
        };
    }

    private void take(Answer answer) {
        Buffer body = answer.body();
        if (body != null) {
            answers.add(body);
        }
        if (--open > 0) {
            return;
        }
        if (answers.isEmpty()) {
            whole.answer(Answer.ACCEPTED);
            return;
        }
        JsonBytes array = new JsonBytes(1024).append('[').append(answers.getFirst());
        answers.stream().skip(1).forEach(each -> array.append(',').append(each));
        whole.answer(Answer.of(200, array.append(']').toBuffer()));
    }
}
