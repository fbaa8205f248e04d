package dev.tollgate.gateway.upstream;

import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.ContextInternal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Begins one session: {@code server/discover}, as the modern era has it; where that is not understood, {@code initialize}
 * and {@code notifications/initialized}.
 */
final class HttpNegotiation {
    static final long MILLIS_MAX = 10_000;
    private static final long DISCOVERY_MILLIS_MAX = 3_000;
    /** Asked twice where the first answer is only that the revision is not spoken: others are named beside it. */
    private static final int DISCOVERIES_MAX = 2;

    private final HttpUpstream upstream;
    private final ClientAbilities abilities;
    private final ContextInternal context;
    private final Consumer<Negotiated> done;
    private final ScheduledFuture<?> deadline;
    private @Nullable HttpExchange exchange;
    private @Nullable ScheduledFuture<?> discovering;
    private int discoveries;
    private boolean initializeTried;
    private boolean over;

    HttpNegotiation(
            HttpUpstream upstream, ClientAbilities abilities, ContextInternal context, Consumer<Negotiated> done) {
        this.upstream = upstream;
        this.abilities = abilities;
        this.context = context;
        this.done = done;
        this.deadline = context.nettyEventLoop().schedule(this::timeOut, MILLIS_MAX, TimeUnit.MILLISECONDS);
    }

    void begin() {
        upstream.dial(context, new HttpUpstream.Dialled() {
            @Override
            public void dial(AddressGate.Verdict.Dial dial) {
                if (upstream.isKnownLegacy()) {
                    initialize(dial);
                } else {
                    discover(dial);
                }
            }

            @Override
            public void refused(UpstreamReply.Kind kind, UpstreamReply.Stage stage, String why) {
                end(new Negotiated.Failed(kind, stage, why));
            }
        });
    }

    /** Whatever an upstream of the era before says to a method that it does not know, {@code initialize} is for it. */
    private void discover(AddressGate.Verdict.Dial dial) {
        discoveries++;
        long id = upstream.nextId();
        RequestOptions options = upstream.request(HttpMethod.POST, dial, null);
        HttpTarget.describe(options, Handshake.DISCOVER, null);
        if (!initializeTried) {
            discovering = context.nettyEventLoop()
                    .schedule(() -> giveUpDiscovery(dial), DISCOVERY_MILLIS_MAX, TimeUnit.MILLISECONDS);
        }
        send(options, Handshake.discover(id), id, outcome -> {
            if (discovering != null) {
                discovering.cancel(false);
            }
            Optional<Session> session = outcome instanceof HttpOutcome.Answered answered
                    ? Handshake.discovered(answered.message())
                    : Optional.empty();
            if (session.isPresent()) {
                upstream.noteLegacy(false);
                end(new Negotiated.Ready(session.get()));
            } else if (HttpStatus.isAboutVersion(outcome) && discoveries < DISCOVERIES_MAX) {
                discover(dial);
            } else if (initializeTried || outcome instanceof HttpOutcome.Unsent) {
                fail(outcome);
            } else {
                initialize(dial);
            }
        });
    }

    /** Some upstreams say nothing at all to what they do not know. */
    private void giveUpDiscovery(AddressGate.Verdict.Dial dial) {
        if (!over && !initializeTried) {
            if (exchange != null) {
                exchange.abort();
            }
            initialize(dial);
        }
    }

    private void initialize(AddressGate.Verdict.Dial dial) {
        initializeTried = true;
        long id = upstream.nextId();
        RequestOptions options = upstream.request(HttpMethod.POST, dial, null);
        send(options, Handshake.initialize(id, abilities), id, outcome -> {
            Optional<Session> session = outcome instanceof HttpOutcome.Answered answered
                    ? Handshake.initialized(answered.message(), answered.sessionId())
                    : Optional.empty();
            boolean mayNotUnderstand = outcome instanceof HttpOutcome.Answered
                    || outcome instanceof HttpOutcome.Rejected rejected
                            && HttpStatus.mayNotUnderstand(rejected.status());
            if (session.isPresent()) {
                announce(dial, session.get());
            } else if (discoveries == 0 && mayNotUnderstand) {
                discover(dial);
            } else {
                fail(outcome);
            }
        });
    }

    private void announce(AddressGate.Verdict.Dial dial, Session session) {
        RequestOptions options = upstream.request(HttpMethod.POST, dial, session);
        send(options, Handshake.initialized(), HttpExchange.NO_ID, outcome -> {
            switch (outcome) {
                // Some servers answer a notification with an error and go on all the same.
                case HttpOutcome.Accepted _, HttpOutcome.Rejected _, HttpOutcome.Answered _ -> {
                    upstream.noteLegacy(true);
                    end(new Negotiated.Ready(session));
                }
                case HttpOutcome.Unsent _, HttpOutcome.Interrupted _, HttpOutcome.Broken _, HttpOutcome.TooLarge _ ->
                    fail(outcome);
            }
        });
    }

    private void send(RequestOptions options, byte[] body, long id, Consumer<HttpOutcome> next) {
        if (over) {
            return;
        }
        exchange = upstream.exchange(context, options, body, id, new HttpExchange.Listener() {
            @Override
            public void notification(IncomingMessage.Notification notification) {}

            @Override
            public void request(IncomingMessage.Request request) {}

            @Override
            public void outcome(HttpOutcome outcome) {
                upstream.note(outcome);
                next.accept(outcome);
            }
        });
    }

    private void fail(HttpOutcome outcome) {
        end(
                switch (outcome) {
                    case HttpOutcome.Unsent unsent ->
                        new Negotiated.Failed(unsent.kind(), unsent.stage(), unsent.why());
                    case HttpOutcome.Broken broken -> noSession(broken.why(), 0);
                    case HttpOutcome.Interrupted _ -> noSession("broke off before it answered", 0);
                    case HttpOutcome.TooLarge _ -> noSession("sent too much", 0);
                    case HttpOutcome.Rejected rejected ->
                        noSession(HttpStatus.why(rejected), rejected.status(), rejected.scopes());
                    case HttpOutcome.Answered _, HttpOutcome.Accepted _ ->
                        noSession("speaks no revision of MCP that this gateway speaks", 0);
                });
    }

    private Negotiated noSession(String why, int httpStatus) {
        return noSession(why, httpStatus, List.of());
    }

    private Negotiated noSession(String why, int httpStatus, List<String> scopes) {
        upstream.noteNoSession();
        return new Negotiated.Failed(
                UpstreamReply.Kind.UNREACHABLE,
                UpstreamReply.Stage.INITIALIZE,
                "would not begin a session: it " + why,
                httpStatus,
                scopes);
    }

    private void timeOut() {
        if (!over) {
            if (exchange != null) {
                exchange.abort();
            }
            end(noSession("did not answer within " + MILLIS_MAX + " ms", 0));
        }
    }

    private void end(Negotiated negotiated) {
        if (!over) {
            over = true;
            deadline.cancel(false);
            if (discovering != null) {
                discovering.cancel(false);
            }
            done.accept(negotiated);
        }
    }
}
