package dev.tollgate.gateway.edge.stream;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What is said on the stream of one call: written to the connection that there is, and kept for a client that loses it. While
 * there is a connection the oldest gives way to the newest; without one nothing does, and a stream that has no more room is
 * lost, with its call. So what a client is given when it comes again has no holes. Lives on the call's event loop.
 */
public final class KeptStream {
    static final int EVENTS_MAX = 1_000;
    static final int BYTES_MAX = 4 << 20;

    private enum State {
        RUNNING,
        ANSWERED,
        LOST
    }

    private final Context context = Vertx.currentContext();
    private final KeptStreams all;
    private final KeptStreams.Place place;
    private final EventNames names;
    private final Runnable abandoned;
    /** The last of what was said, up to the one with number {@code names.used()}. */
    private final Deque<Buffer> events = new ArrayDeque<>();

    private long bytes;
    private @Nullable SseLine line;
    private int breaks;
    private State state = State.RUNNING;

    KeptStream(KeptStreams all, KeptStreams.Place place, EventNames names, SseLine line, Runnable abandoned) {
        this.all = all;
        this.place = place;
        this.names = names;
        this.line = line;
        this.abandoned = abandoned;
    }

    /**
     * Says something before the answer.
     *
     * @param mayBeLeftOut whether a client that does not keep up need not hear it
     * @return whether the client can hear it, now or when it comes again
     */
    public boolean say(Buffer message, boolean mayBeLeftOut) {
        SseLine to = line;
        if (state != State.RUNNING || mayBeLeftOut && to != null && to.isFull()) {
            return state == State.RUNNING;
        }
        Buffer event = EventText.of(message, names.next());
        keep(event);
        if (to != null) {
            to.write(event);
        }
        return state == State.RUNNING;
    }

    /**
     * Ends the stream.
     *
     * @param message the answer; absent if nobody waits for one
     */
    public void answer(@Nullable Buffer message) {
        if (state != State.RUNNING) {
            return;
        }
        state = State.ANSWERED;
        Buffer event = message == null ? null : EventText.of(message, names.last());
        if (event != null) {
            keep(event);
        }
        if (line != null) {
            line.end(event);
            line = null;
        }
        if (state == State.ANSWERED) {
            all.answered(place);
            // Not by way of this: it may have given way long before.
            KeptStreams from = all;
            KeptStreams.Place left = place;
            later(() -> from.leave(left));
        }
    }

    private void keep(Buffer event) {
        if (hasRoomFor(event.length())) {
            events.add(event);
            bytes += event.length();
        } else if (line != null) {
            // It is on its way, and if it is lost on it, that will be said.
            while (!events.isEmpty()) {
                dropOldest();
            }
        } else {
            lose();
        }
    }

    private boolean hasRoomFor(int added) {
        while (events.size() == EVENTS_MAX || bytes + added > BYTES_MAX) {
            all.hit(events.size() == EVENTS_MAX ? "kept-stream-events" : "kept-stream-bytes");
            if (line == null || events.isEmpty()) {
                return false;
            }
            dropOldest();
        }
        return all.take(place, added);
    }

    private void dropOldest() {
        int length = events.removeFirst().length();
        bytes -= length;
        all.giveBack(place, length);
    }

    /** The connection of a line has broken. */
    public void broke(SseLine broken) {
        if (line != broken || state != State.RUNNING) {
            return;
        }
        line = null;
        int mark = ++breaks;
        later(() -> {
            if (line == null && state == State.RUNNING && mark == breaks) {
                all.hit("kept-time");
                lose();
            }
        });
    }

    private void later(Runnable then) {
        Context on = context;
        on.owner().setTimer(all.keptFor().toMillis(), _ -> on.runOnContext(_ -> then.run()));
    }

    /**
     * Goes on behind the event of a number, on another line; to be called on that line's event loop.
     *
     * @param gone told, on any event loop, if what follows the event is not kept
     */
    public void resume(long after, SseLine on, Runnable gone) {
        on.onBroken(() -> context.runOnContext(_ -> broke(on)));
        context.runOnContext(_ -> {
            if (state == State.LOST || after > names.used()) {
                gone.run();
            } else if (after < names.used() - events.size()) {
                if (line == null) {
                    lose();
                }
                gone.run();
            } else {
                attach(after, on);
            }
        });
    }

    private void attach(long after, SseLine on) {
        if (line != null) {
            // The client knows better than its old connection, which may be broken unnoticed.
            line.end(null);
        }
        long missed = names.used() - after;
        boolean answered = state == State.ANSWERED;
        line = answered ? null : on;
        if (missed == 0) {
            if (answered) {
                on.nothing();
            } else {
                on.open();
            }
            return;
        }
        events.stream().skip(events.size() - missed).forEach(on::write);
        if (answered) {
            on.end(null);
        }
    }

    /** Nobody can have the rest of it. */
    private void lose() {
        boolean running = state == State.RUNNING;
        state = State.LOST;
        line = null;
        events.clear();
        bytes = 0;
        all.leave(place);
        if (running) {
            abandoned.run();
        }
    }
}
