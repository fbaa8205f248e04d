package dev.tollgate.gateway.upstream;

import io.netty.channel.EventLoop;
import io.vertx.core.http.HttpClientResponse;
import org.jspecify.annotations.Nullable;

/** A response that is a stream of events, from its first byte to its end. On one event loop only. */
public final class EventStream {
    /** Hears what is in the stream. */
    public interface Listener {
        /**
         * @param type the event's type; absent for {@code message}
         */
        void event(@Nullable String type, byte[] data);

        /** An event has outgrown its bound; nothing follows. */
        void tooLarge();

        /** Said once, but not after {@link #stop()}. */
        void ended(boolean broken);
    }

    private final Listener listener;
    private final StreamRemainder remainder;
    private final SseParser parser;
    private boolean stopped;

    private EventStream(HttpClientResponse response, EventLoop loop, int eventBytesMax, Listener listener) {
        this.listener = listener;
        this.remainder = new StreamRemainder(response, loop);
        this.parser = new SseParser(eventBytesMax, new SseParser.Events() {
            @Override
            public void event(@Nullable String type, byte[] data) {
                listener.event(type, data);
            }

            @Override
            public void tooLarge() {
                stop();
                listener.tooLarge();
            }
        });
    }

    /** Begins to read; to be called in the turn that the response came in. */
    public static EventStream read(HttpClientResponse response, EventLoop loop, int eventBytesMax, Listener listener) {
        EventStream stream = new EventStream(response, loop, eventBytesMax, listener);
        response.handler(piece -> stream.feed(piece.getBytes()));
        response.exceptionHandler(e -> stream.end(true));
        response.endHandler(nothing -> stream.end(false));
        return stream;
    }

    private void feed(byte[] piece) {
        if (stopped) {
            remainder.add(piece.length);
            return;
        }
        parser.feed(piece);
        if (stopped) {
            remainder.begin();
        }
    }

    private void end(boolean broken) {
        remainder.end();
        if (!stopped) {
            stopped = true;
            listener.ended(broken);
        }
    }

    /** Nothing more is wanted: what follows is let run out, for a moment, so that the connection can be used again. */
    void stop() {
        stopped = true;
        parser.stop();
    }

    /** By which the stream can be taken up again; absent if the upstream names none. */
    @Nullable
    String lastEventId() {
        return parser.lastEventId();
    }

    /** How long the upstream wants its client to wait before it comes again; -1 if it does not say. */
    long retryMillis() {
        return parser.retryMillis();
    }
}
