package dev.tollgate.bench.stream;

import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** One open call, by the lines of its event stream: each event must be the word of progress of this very call. */
final class ProgressStream implements Flow.Subscriber<String> {
    private static final String DATA = "data:";

    private final String token;
    private final String message;
    private final AtomicLong own = new AtomicLong();
    private final AtomicLong foreign = new AtomicLong();
    private final AtomicBoolean over = new AtomicBoolean();

    /**
     * @param name of the call, unlike any other's; it is the token of its progress and its marker
     */
    ProgressStream(String name) {
        this.token = "\"progressToken\":\"" + name + "\"";
        this.message = "\"message\":\"" + name + "\"";
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        if (line.startsWith(DATA)) {
            boolean mine = line.contains("notifications/progress") && line.contains(token) && line.contains(message);
            (mine ? own : foreign).incrementAndGet();
        }
    }

    @Override
    public void onError(Throwable failure) {
        over.set(true);
    }

    @Override
    public void onComplete() {
        over.set(true);
    }

    /** Events of this call that were heard. */
    long own() {
        return own.get();
    }

    /** Everything else that was heard here. */
    long foreign() {
        return foreign.get();
    }

    /** Whether the stream has ended, which none of these should. */
    boolean isOver() {
        return over.get();
    }
}
