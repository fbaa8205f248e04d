package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.identity.Identification;
import dev.tollgate.gateway.offer.OfferBook;
import dev.tollgate.gateway.policy.Serving;
import dev.tollgate.gateway.session.ClientSession;
import dev.tollgate.gateway.session.SessionStates;
import dev.tollgate.gateway.upstream.UpstreamPort;
import dev.tollgate.model.id.KeyId;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * All streams on which agents hear what happens outside their calls. They are looked at a few times a second: whether
 * their key still is good, whether the tenant's configuration has changed, whether the gateway is about to stop.
 */
final class AgentStreams {
    static final int PER_KEY_MAX = 32;
    static final int ALL_MAX = 10_000;

    /** How late a stream hears of a change, at most. */
    static final long LOOK_MILLIS = 200;

    private final Callers callers;
    private final Serving serving;
    private final UpstreamPort upstream;
    private final OfferBook book;
    private final OfferFinder finder;
    private final PersonalWays ways;
    private final SessionStates states;
    private final Drain drain;
    private final EdgeMetrics metrics;
    private final InstantSource clock;
    private final Set<AgentStream> open = ConcurrentHashMap.newKeySet();
    private final Map<KeyId, AtomicInteger> perKey = new ConcurrentHashMap<>();

    AgentStreams(
            Callers callers,
            Serving serving,
            UpstreamPort upstream,
            OfferBook book,
            OfferFinder finder,
            PersonalWays ways,
            SessionStates states,
            Drain drain,
            EdgeMetrics metrics,
            InstantSource clock) {
        this.callers = callers;
        this.serving = serving;
        this.upstream = upstream;
        this.book = book;
        this.finder = finder;
        this.ways = ways;
        this.states = states;
        this.drain = drain;
        this.metrics = metrics;
        this.clock = clock;
    }

    void start(Vertx vertx) {
        vertx.setPeriodic(
                LOOK_MILLIS, _ -> open.forEach(stream -> stream.context().runOnContext(_ -> look(stream))));
    }

    int count() {
        return open.size();
    }

    /** Why no more can be opened with a key; null if one can. */
    @Nullable
    String refusal(KeyId key) {
        AtomicInteger count = perKey.get(key);
        if (count != null && count.get() >= PER_KEY_MAX) {
            metrics.boundHit("streams-per-key");
            return "This key has " + PER_KEY_MAX + " streams open, which is all it may have. Close some first.";
        }
        if (open.size() >= ALL_MAX) {
            metrics.boundHit("streams");
            return "This gateway has as many streams open as it may have. Try again later, or at another gateway.";
        }
        return null;
    }

    /** How many more streams this key may have open. */
    int left(KeyId key) {
        AtomicInteger count = perKey.get(key);
        int ofKey = PER_KEY_MAX - (count == null ? 0 : Math.min(count.get(), PER_KEY_MAX));
        return Math.clamp(ALL_MAX - open.size(), 0, ofKey);
    }

    /**
     * Opens a stream; to be called on the event loop that it is to live on, behind the first word on it.
     *
     * @param missed whether the agent had such a stream before and lost it
     */
    void open(Caller caller, Wishes wishes, WishedTasks tasks, StreamWords words, Reply reply, boolean missed) {
        AgentStream stream = new AgentStream(
                caller,
                wishes,
                tasks,
                words,
                reply,
                upstream,
                book,
                finder,
                ways,
                () -> metrics.boundHit("stream-words"));
        perKey.computeIfAbsent(caller.key().id(), _ -> new AtomicInteger()).incrementAndGet();
        open.add(stream);
        reply.onAbandoned(() -> close(stream));
        ClientSession session = stream.session();
        Set<String> subscribed = session == null ? Set.of() : states.subscriptions(session.id());
        stream.begin(subscribed, missed);
    }

    private void look(AgentStream stream) {
        if (stream.isOver()) {
            return;
        }
        Caller caller = stream.caller();
        boolean good = !drain.isLeaving()
                && callers.again(caller) instanceof Identification.Known known
                && known.key().id().equals(caller.key().id())
                && serving.refusal(known.snapshot(), clock.instant()) == null
                && follow(stream, known);
        if (!good) {
            stream.end();
            forget(stream);
        }
    }

    /** Follows what has changed; false if the stream's session is over. */
    private boolean follow(AgentStream stream, Identification.Known known) {
        if (known.snapshot() != stream.caller().snapshot()) {
            stream.changed(stream.caller().at(known.snapshot(), known.key()));
        }
        stream.follow();
        ClientSession session = stream.session();
        if (session != null) {
            stream.subscribe(states.subscriptions(session.id()));
        }
        return session == null || !states.hasEnded(session.id());
    }

    private void close(AgentStream stream) {
        stream.close();
        forget(stream);
    }

    private void forget(AgentStream stream) {
        if (open.remove(stream)) {
            perKey.computeIfPresent(
                    stream.caller().key().id(), (_, count) -> count.decrementAndGet() == 0 ? null : count);
        }
    }
}
