package dev.tollgate.gateway.upstream;

import io.vertx.core.impl.ContextInternal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Holds one stream open to an upstream as long as anybody listens to it: begun by the first, with what all want together,
 * replaced by another before it ends when something else is wanted, and begun again, later and later, when it breaks. Lives
 * on one event loop.
 */
final class HttpListening implements Ears.Source, ListeningStream.Owner {
    /** A stream that lived so long was none of a row of failures. */
    private static final long SOUND_NANOS = Duration.ofSeconds(30).toNanos();

    private final HttpUpstream upstream;
    private final ContextInternal context;
    private final Ears ears = new Ears(this);
    private final Backoff backoff = new Backoff();
    private @Nullable ListeningStream current;
    /** What is to take the current one's place as soon as the upstream has agreed to it. */
    private @Nullable ListeningStream next;

    private long openedNanos;
    private boolean renewed;
    private boolean waiting;
    private boolean closed;

    /**
     * @param context on which the streams live
     */
    HttpListening(HttpUpstream upstream, ContextInternal context) {
        this.upstream = upstream;
        this.context = context;
    }

    Ears ears() {
        return ears;
    }

    @Override
    public void wantedChanged() {
        context.runOnContext(nothing -> reconcile());
    }

    private void reconcile() {
        if (closed || waiting || next != null) {
            return;
        }
        Wanted wanted = ears.union();
        if (ears.isEmpty()) {
            if (current != null) {
                current.end();
                current = null;
            }
        } else if (current == null) {
            open(wanted, null);
        } else if (current.want(wanted)) {
            ears.listening();
        } else {
            open(wanted, null);
        }
    }

    private void open(Wanted wanted, @Nullable String lastEventId) {
        next = new ListeningStream(upstream, context, wanted, lastEventId, !renewed, this);
        next.begin();
    }

    @Override
    public void opened(ListeningStream stream) {
        if (closed || stream != next) {
            stream.end();
            return;
        }
        ListeningStream before = current;
        current = stream;
        next = null;
        renewed = false;
        openedNanos = System.nanoTime();
        if (before != null) {
            before.end();
        }
        ears.listening();
        reconcile();
    }

    @Override
    public void lost(ListeningStream stream, ListeningStream.Loss loss) {
        if (stream == next) {
            next = null;
        } else if (stream == current) {
            current = null;
            if (System.nanoTime() - openedNanos > SOUND_NANOS) {
                backoff.reset();
            }
        } else {
            return;
        }
        if (closed || next != null) {
            return;
        }
        boolean whole = current == null;
        switch (loss) {
            case ListeningStream.Loss.ForGood _ -> {
                if (whole) {
                    ears.lost(loss.why(), 0);
                }
            }
            case ListeningStream.Loss.OfSession _ -> {
                renewed = true;
                reconcile();
            }
            case ListeningStream.Loss.Passing passing -> {
                long own = backoff.nextMillis();
                long waitMillis = Math.max(1, passing.retryMillis() < 0 ? own : passing.retryMillis());
                if (whole) {
                    ears.lost(loss.why(), waitMillis);
                }
                retry(waitMillis, passing.lastEventId());
            }
        }
    }

    private void retry(long waitMillis, @Nullable String lastEventId) {
        waiting = true;
        context.setTimer(waitMillis, timer -> {
            waiting = false;
            if (current == null && !ears.isEmpty() && !closed && lastEventId != null) {
                open(ears.union(), lastEventId);
            } else {
                reconcile();
            }
        });
    }

    /** The upstream is configured otherwise now: those who listen are told, and the stream ends. */
    void close() {
        ears.close();
        context.runOnContext(nothing -> {
            closed = true;
            if (current != null) {
                current.end();
            }
            if (next != null) {
                next.end();
            }
        });
    }
}
