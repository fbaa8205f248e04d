package dev.tollgate.gateway.upstream;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.ContextInternal;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One stream on which an upstream says what nobody has called for: in the legacy era the session's own (GET), for which
 * single resources are subscribed to one by one; in the modern era {@code subscriptions/listen}, which says at its
 * beginning all that is wanted.
 */
final class ListeningStream implements HttpExchange.Listener {
    private static final String ACKNOWLEDGED = "notifications/subscriptions/acknowledged";
    private static final byte[] NO_BODY = {};

    /** Hears how it goes, on the stream's own context. */
    interface Owner {
        /** What is wanted is heard from now on. */
        void opened(ListeningStream stream);

        /** Said once, and nothing follows; not after {@link #end()}. */
        void lost(ListeningStream stream, Loss loss);
    }

    /** Why nothing is heard any more; each with an end to the sentence "The server x …". */
    sealed interface Loss {
        String why();

        /**
         * Another try may do better.
         *
         * @param lastEventId by which the stream is taken up again; absent if it is begun anew
         * @param retryMillis as the upstream wants it; -1 if it does not say
         */
        record Passing(String why, @Nullable String lastEventId, long retryMillis) implements Loss {
            Passing(String why) {
                this(why, null, -1);
            }
        }

        /** The upstream no longer knows the session; a new one is begun. */
        record OfSession(String why) implements Loss {}

        /** There is nothing to be listened to. */
        record ForGood(String why) implements Loss {}
    }

    private static final Loss NO_STREAM = new Loss.ForGood("offers no stream to listen to");
    private static final int TOO_MANY_REQUESTS = 429;

    private final HttpUpstream upstream;
    private final ContextInternal context;
    private final @Nullable String lastEventId;
    private final boolean mayRenew;
    private final Owner owner;
    private Wanted wanted;
    private Set<String> subscribed = Set.of();
    private @Nullable Session session;
    private @Nullable HttpExchange exchange;
    private boolean open;
    private boolean over;

    /**
     * @param mayRenew whether a refusal that may be about the session is taken to be
     */
    ListeningStream(
            HttpUpstream upstream,
            ContextInternal context,
            Wanted wanted,
            @Nullable String lastEventId,
            boolean mayRenew,
            Owner owner) {
        this.upstream = upstream;
        this.context = context;
        this.wanted = wanted;
        this.lastEventId = lastEventId;
        this.mayRenew = mayRenew;
        this.owner = owner;
    }

    void begin() {
        if (upstream.breaker().millisUntilAdmitted() > 0) {
            lose(new Loss.Passing("cannot be reached at present"));
            return;
        }
        upstream.sessions().use(context, negotiated -> {
            switch (negotiated) {
                case Negotiated.Ready ready -> dial(ready.session());
                case Negotiated.Failed failed -> lose(new Loss.Passing(failed.why()));
            }
        });
    }

    private void dial(Session with) {
        session = with;
        upstream.dial(context, new HttpUpstream.Dialled() {
            @Override
            public void dial(AddressGate.Verdict.Dial dial) {
                if (!over) {
                    exchange = with.isModern() ? listen(dial, with) : get(dial, with);
                }
            }

            @Override
            public void refused(UpstreamReply.Kind kind, UpstreamReply.Stage stage, String why) {
                lose(new Loss.Passing(why));
            }
        });
    }

    private HttpExchange get(AddressGate.Verdict.Dial dial, Session with) {
        return upstream.exchange(
                context, upstream.stream(dial, with, lastEventId), NO_BODY, HttpExchange.LISTENING, this);
    }

    private HttpExchange listen(AddressGate.Verdict.Dial dial, Session with) {
        long id = upstream.nextId();
        RequestOptions options = upstream.request(HttpMethod.POST, dial, with);
        HttpTarget.describe(options, Subscriptions.LISTEN, null);
        return upstream.exchange(context, options, Subscriptions.listen(id, wanted), id, this);
    }

    /** Whether it serves this too, at once; else another stream must. */
    boolean want(Wanted other) {
        if (session == null || session.isModern()) {
            return wanted.equals(other);
        }
        wanted = other;
        subscribe(other.resourceUris());
        return true;
    }

    private void subscribe(Set<String> uris) {
        Set<String> added = new HashSet<>(uris);
        added.removeAll(subscribed);
        Set<String> removed = new HashSet<>(subscribed);
        removed.removeAll(uris);
        subscribed = uris;
        added.forEach(uri -> say(Subscriptions.subscribe(upstream.nextId(), uri)));
        removed.forEach(uri -> say(Subscriptions.unsubscribe(upstream.nextId(), uri)));
    }

    private void say(byte[] message) {
        if (session != null) {
            upstream.aside(context, HttpMethod.POST, session, message);
        }
    }

    @Override
    public void streaming() {
        if (session != null && !session.isModern()) {
            begun();
            subscribe(wanted.resourceUris());
        }
    }

    private void begun() {
        if (!open && !over) {
            open = true;
            owner.opened(this);
        }
    }

    @Override
    public void notification(IncomingMessage.Notification notification) {
        if (notification.method().equals(ACKNOWLEDGED)) {
            begun();
            return;
        }
        upstream.heard(notification.method(), notification.message());
    }

    /** Nobody's call is under way here, and so it is nobody's client who could be asked. */
    @Override
    public void request(IncomingMessage.Request request) {
        if (session != null && !session.isModern()) {
            say(IncomingMessage.answerTo(request));
        }
    }

    @Override
    public void outcome(HttpOutcome outcome) {
        upstream.note(outcome);
        Session with = session;
        if (mayRenew && !open && !over && with != null && HttpStatus.asksForNewSession(outcome, with)) {
            upstream.sessions().renew(with, context, negotiated -> lose(new Loss.OfSession("began a new session")));
            return;
        }
        lose(loss(outcome));
    }

    private Loss loss(HttpOutcome outcome) {
        return switch (outcome) {
            case HttpOutcome.Interrupted interrupted ->
                new Loss.Passing("ended its stream", interrupted.lastEventId(), interrupted.retryMillis());
            case HttpOutcome.Broken broken -> new Loss.Passing(broken.why());
            case HttpOutcome.Accepted _ -> NO_STREAM;
            case HttpOutcome.Rejected rejected ->
                rejected.status() >= 500 || rejected.status() == TOO_MANY_REQUESTS
                        ? new Loss.Passing(HttpStatus.why(rejected))
                        : NO_STREAM;
            case HttpOutcome.Answered _ -> open ? new Loss.Passing("ended its stream") : NO_STREAM;
            case HttpOutcome.Unsent unsent -> new Loss.Passing(unsent.why());
            case HttpOutcome.TooLarge _ -> new Loss.Passing("said more than a message may have");
        };
    }

    private void lose(Loss loss) {
        if (!over) {
            over = true;
            owner.lost(this, loss);
        }
    }

    /** Closes the stream; nothing more is heard of it. */
    void end() {
        over = true;
        if (exchange != null) {
            exchange.abort();
        }
        if (session != null && !session.isModern()) {
            subscribe(Set.of());
        }
    }
}
