package dev.tollgate.gateway.edge.stream;

import dev.tollgate.gateway.session.ClientSession;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.id.KeyId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The streams of this gateway's calls that can be taken up when their connection breaks, and how much is kept of them. What
 * is answered gives way, the oldest first: of the key that is at its own bound, and of the one that has most where the
 * gateway is at its. Safe from any event loop.
 */
public final class KeptStreams {
    /** Of a key, running and answered; one more than that cannot be taken up. */
    static final int STREAMS_PER_KEY_MAX = 1_000;

    static final int STREAMS_MAX = 10_000;
    static final long BYTES_PER_KEY_MAX = 16 << 20;
    static final long BYTES_MAX = 64 << 20;
    /** How long a call goes on without a connection, and for how long its stream can be had once it is answered. */
    public static final Duration KEPT_FOR = Duration.ofMinutes(2);

    private final StreamNames names;
    private final Duration keptFor;
    private final Consumer<String> boundHit;
    private final Map<UUID, KeptStream> streams = new ConcurrentHashMap<>();
    private final Map<KeyId, Share> shares = new HashMap<>();
    private long bytes;

    /**
     * @param boundHit told a bound's name each time that it is hit
     */
    public KeptStreams(StreamNames names, Duration keptFor, Consumer<String> boundHit) {
        this.names = names;
        this.keptFor = keptFor;
        this.boundHit = boundHit;
    }

    /** What one key has. Guarded by the whole. */
    private static final class Share {
        private final Deque<Place> answered = new ArrayDeque<>();
        private int streams;
        private long bytes;
    }

    /** One stream's part in what is kept. Guarded by the whole. */
    static final class Place {
        private final KeyId key;
        private final UUID number = UUID.randomUUID();
        private final Share share;
        private long bytes;
        private boolean given = true;

        private Place(KeyId key, Share share) {
            this.key = key;
            this.share = share;
        }
    }

    /**
     * Begins to keep a call's stream; to be called on the call's event loop.
     *
     * @param requestId the agent's, as JSON
     * @param line on which it begins
     * @param abandoned told, on the same event loop, that nobody will have the answer, so that the call can be given up
     * @return null if there is no room; then the stream ends with its connection
     */
    public @Nullable KeptStream open(
            VirtualKeyConfig key, ClientSession session, String requestId, SseLine line, Runnable abandoned) {
        Place place = enter(key.id());
        if (place == null) {
            return null;
        }
        EventNames events = names.ofCall(key, session, place.number, requestId);
        KeptStream stream = new KeptStream(this, place, events, line, abandoned);
        streams.put(place.number, stream);
        if (events.isPrimed()) {
            events.prime(line);
        }
        return stream;
    }

    /** Whether it is a stream of a call that this gateway makes, or made. */
    public boolean isOwn(EventName.OfCall stream) {
        return names.isOwn(stream);
    }

    /** The stream of a call that this gateway makes; null if it is not kept, or no more. */
    public @Nullable KeptStream find(EventName.OfCall stream) {
        return streams.get(stream.number());
    }

    Duration keptFor() {
        return keptFor;
    }

    void hit(String bound) {
        boundHit.accept(bound);
    }

    private synchronized @Nullable Place enter(KeyId key) {
        Share share = shares.computeIfAbsent(key, _ -> new Share());
        while (share.streams >= STREAMS_PER_KEY_MAX || streams.size() >= STREAMS_MAX) {
            if (!giveUpOldest(share.streams >= STREAMS_PER_KEY_MAX ? share : withMost(each -> each.streams))) {
                hit("kept-streams");
                leaveIfEmpty(key, share);
                return null;
            }
        }
        share.streams++;
        return new Place(key, share);
    }

    /** Takes room for more of a stream; false if there is none. */
    synchronized boolean take(Place place, int added) {
        Share share = place.share;
        while (share.bytes + added > BYTES_PER_KEY_MAX || bytes + added > BYTES_MAX) {
            boolean own = share.bytes + added > BYTES_PER_KEY_MAX;
            if (!giveUpOldest(own ? share : withMost(each -> each.bytes))) {
                hit(own ? "kept-key-bytes" : "kept-bytes");
                return false;
            }
        }
        count(place, added);
        return true;
    }

    synchronized void giveBack(Place place, int removed) {
        if (place.given) {
            count(place, -removed);
        }
    }

    private void count(Place place, long added) {
        place.bytes += added;
        place.share.bytes += added;
        bytes += added;
    }

    /** Its stream is answered: it gives way to what the same key needs. */
    synchronized void answered(Place place) {
        if (place.given) {
            place.share.answered.add(place);
        }
    }

    /** Its stream cannot be taken up any more. */
    synchronized void leave(Place place) {
        if (place.given) {
            place.given = false;
            count(place, -place.bytes);
            place.share.streams--;
            place.share.answered.remove(place);
            streams.remove(place.number);
            leaveIfEmpty(place.key, place.share);
        }
    }

    private void leaveIfEmpty(KeyId key, Share share) {
        if (share.streams == 0) {
            shares.remove(key, share);
        }
    }

    /** The share that has most, of those that can give something up. */
    private @Nullable Share withMost(ToLongFunction<Share> of) {
        return shares.values().stream()
                .filter(share -> !share.answered.isEmpty())
                .max(Comparator.comparingLong(of))
                .orElse(null);
    }

    private boolean giveUpOldest(@Nullable Share share) {
        Place oldest = share == null ? null : share.answered.peek();
        if (oldest == null) {
            return false;
        }
        leave(oldest);
        return true;
    }
}
