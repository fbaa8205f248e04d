package dev.tollgate.gateway.upstream;

import dev.tollgate.gateway.credential.UpstreamHeaders;
import dev.tollgate.gateway.credential.UpstreamTls;
import dev.tollgate.gateway.json.RpcMessage;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An upstream over streamable HTTP: its gate, its circuit, its connections and its session, shared by all event loops. */
final class HttpUpstream {
    static final int CALLS_MAX = 512;

    private final String serverName;
    private final HttpTarget target;
    private final AddressGate gate;
    private final UpstreamHeaders credential;
    private final CircuitBreaker breaker = new CircuitBreaker(System::nanoTime);
    private final HttpConnections connections;
    private final HttpSessions sessions;
    private final AbleSessions able = new AbleSessions(this);
    private final Runnable toolsChanged;
    private final Health health;
    private final Challenges challenges;
    private final AtomicLong ids = new AtomicLong();
    private final AtomicInteger callsInFlight = new AtomicInteger();
    private volatile boolean knownLegacy;
    private final Vertx vertx;
    private volatile @Nullable HttpListening listening;
    private volatile long lastUsedNanos = System.nanoTime();

    /**
     * @param credential what every request carries
     * @param tls how every connection is secured
     * @param challenges hears what it says of the token
     */
    HttpUpstream(
            Vertx vertx,
            String serverName,
            URI url,
            AddressGate gate,
            UpstreamHeaders credential,
            UpstreamTls tls,
            Runnable toolsChanged,
            Health health,
            Challenges challenges) {
        this.credential = credential;
        this.vertx = vertx;
        this.serverName = serverName;
        this.gate = gate;
        this.target = new HttpTarget(url, gate.host(), credential);
        this.connections = new HttpConnections(vertx, tls);
        this.toolsChanged = toolsChanged;
        this.health = health;
        this.challenges = challenges;
        health.pausedBy(breaker);
        this.sessions = new HttpSessions(this, ClientAbilities.NONE);
    }

    /** False if as many calls are under way as may be; else one more is. */
    boolean enter() {
        lastUsedNanos = System.nanoTime();
        if (callsInFlight.incrementAndGet() <= CALLS_MAX) {
            return true;
        }
        callsInFlight.decrementAndGet();
        return false;
    }

    void leave() {
        callsInFlight.decrementAndGet();
    }

    /** What an exchange is to be sent with, once the gate has spoken. */
    interface Dialled {
        void dial(AddressGate.Verdict.Dial dial);

        void refused(UpstreamReply.Kind kind, UpstreamReply.Stage stage, String why);
    }

    /** Asks the gate; answers on the context, at once if it knows. */
    void dial(ContextInternal context, Dialled next) {
        if (!credential.isOpen()) {
            next.refused(UpstreamReply.Kind.UNAVAILABLE, UpstreamReply.Stage.CONNECT, credential.closedWords());
            return;
        }
        String closed = connections.closedWords();
        if (closed != null) {
            next.refused(UpstreamReply.Kind.UNAVAILABLE, UpstreamReply.Stage.TLS, closed);
            return;
        }
        AddressGate.Verdict.Dial known = gate.known();
        if (known != null) {
            next.dial(known);
            return;
        }
        Future<AddressGate.Verdict> asked = gate.ask();
        asked.onComplete(answer -> context.emit(answer.result(), verdict -> {
            switch (verdict) {
                case AddressGate.Verdict.Dial dial -> next.dial(dial);
                case AddressGate.Verdict.Denied denied ->
                    next.refused(UpstreamReply.Kind.UNAVAILABLE, UpstreamReply.Stage.ADDRESS, denied.why());
                case AddressGate.Verdict.Unresolved _ -> {
                    breaker.failed();
                    next.refused(
                            UpstreamReply.Kind.UNREACHABLE,
                            UpstreamReply.Stage.RESOLVE,
                            "has a host name that is not found");
                }
            }
        }));
    }

    RequestOptions request(HttpMethod method, AddressGate.Verdict.Dial dial, @Nullable Session session) {
        return target.request(method, dial, session);
    }

    RequestOptions stream(AddressGate.Verdict.Dial dial, Session session, @Nullable String lastEventId) {
        return target.stream(dial, session, lastEventId);
    }

    HttpExchange exchange(
            ContextInternal context, RequestOptions options, byte[] body, long id, HttpExchange.Listener listener) {
        return HttpExchange.start(context, connections.on(context), credential, options, body, id, listener);
    }

    /** Sends what needs no answer; what becomes of it makes no difference. */
    void aside(ContextInternal context, HttpMethod method, Session session, byte[] body) {
        say(context, method, session, body, outcome -> {});
    }

    /** Sends what has no answer of its own, and tells what became of it. */
    void say(ContextInternal context, HttpMethod method, Session session, byte[] body, Consumer<HttpOutcome> outcome) {
        dial(context, new Dialled() {
            @Override
            public void dial(AddressGate.Verdict.Dial dial) {
                RequestOptions options = target.request(method, dial, session);
                exchange(context, options, body, HttpExchange.NO_ID, new OutcomeOnly(outcome));
            }

            @Override
            public void refused(UpstreamReply.Kind kind, UpstreamReply.Stage stage, String why) {
                outcome.accept(new HttpOutcome.Unsent(kind, stage, why));
            }
        });
    }

    /** To be told of each exchange's outcome, for the circuit and for whoever renews the token. */
    void note(HttpOutcome outcome) {
        if (outcome instanceof HttpOutcome.Rejected rejected && rejected.challenge() != null) {
            challenges.heard(rejected.challenge());
        }
        if (!(outcome instanceof HttpOutcome.Unsent unsent)) {
            breaker.succeeded();
        } else if (unsent.kind() == UpstreamReply.Kind.UNREACHABLE) {
            breaker.failed();
            gate.forget();
        }
    }

    void noteNoSession() {
        breaker.failed();
    }

    /** The upstream says what is about no call, wherever it says it. */
    void heard(String method, RpcMessage message) {
        if (method.equals(IncomingMessage.TOOLS_CHANGED)) {
            toolsChanged.run();
        }
        HttpListening listens = listening;
        if (listens != null) {
            listens.ears().notification(method, message);
        }
    }

    Health health() {
        return health;
    }

    CircuitBreaker breaker() {
        return breaker;
    }

    /** The session that tells the upstream of no ability. */
    HttpSessions sessions() {
        return sessions;
    }

    /** The session for agents whose clients can do this. In the modern era each request says so, and one is enough. */
    HttpSessions sessions(ClientAbilities abilities) {
        return abilities.inStream().isNone() || sessions.isModern() ? sessions : able.of(abilities);
    }

    void endSessionsUnusedSince(ContextInternal context, long nanos) {
        able.endUnusedSince(context, nanos);
    }

    String serverName() {
        return serverName;
    }

    long nextId() {
        return ids.incrementAndGet();
    }

    Optional<UpstreamIdentity> identity() {
        return sessions.current().or(able::any).map(Session::identity);
    }

    int callsInFlight() {
        return callsInFlight.get();
    }

    long lastUsedNanos() {
        return lastUsedNanos;
    }

    synchronized Ears ears() {
        if (listening == null) {
            listening = new HttpListening(this, eventLoop());
        }
        return listening.ears();
    }

    /** One to live on for what is no call. */
    ContextInternal eventLoop() {
        return ((VertxInternal) vertx).createEventLoopContext();
    }

    synchronized boolean isListenedTo() {
        return listening != null && !listening.ears().isEmpty();
    }

    /** Whoever listens is told that the upstream is configured otherwise now. */
    synchronized void stopListening() {
        if (listening != null) {
            listening.close();
        }
    }

    /** Whether {@code initialize} began the last session, so that a further one need not ask for anything newer. */
    boolean isKnownLegacy() {
        return knownLegacy;
    }

    void noteLegacy(boolean legacy) {
        knownLegacy = legacy;
    }

    void close() {
        able.close();
        connections.close();
    }

    /** Hears nothing out but the end. */
    private record OutcomeOnly(Consumer<HttpOutcome> then) implements HttpExchange.Listener {
        @Override
        public void notification(IncomingMessage.Notification notification) {}

        @Override
        public void request(IncomingMessage.Request request) {}

        @Override
        public void outcome(HttpOutcome outcome) {
            then.accept(outcome);
        }
    }
}
