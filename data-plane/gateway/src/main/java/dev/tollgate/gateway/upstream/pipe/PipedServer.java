package dev.tollgate.gateway.upstream.pipe;

import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.upstream.Cancellation;
import dev.tollgate.gateway.upstream.ClientAbilities;
import dev.tollgate.gateway.upstream.Ears;
import dev.tollgate.gateway.upstream.Health;
import dev.tollgate.gateway.upstream.Retirement;
import dev.tollgate.gateway.upstream.UpstreamCall;
import dev.tollgate.gateway.upstream.UpstreamIdentity;
import dev.tollgate.gateway.upstream.UpstreamListener;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.gateway.upstream.UpstreamReply.Kind;
import dev.tollgate.model.config.ServerConfig;
import io.vertx.core.Context;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One configured server: at most one pipe at a time, opened by the first call or listener, opened again after it ended
 * (later and later while it fails), closed when idle. Calls that come while it begins wait for it. Every method may be
 * called on any thread and none blocks.
 */
public final class PipedServer {
    private final String name;
    private final ClientAbilities abilities;
    private final KnownEra era;
    private final PipeOpener opener;
    private final PipeHost host;
    private final PipeEars ears;
    private final Health health;
    private final PipeCalls calls = new PipeCalls();
    private @Nullable PipeSession session;
    private boolean closed;
    private final Restarts restarts = new Restarts();
    private long lastUsedNanos;

    /**
     * @param abilities what the upstream is told when its session begins; in the modern era, all that it may be told of a
     *     call's client
     * @param legacyOnly whether the modern era knows no such transport
     */
    public PipedServer(
            ServerConfig config,
            ClientAbilities abilities,
            boolean legacyOnly,
            PipeOpener opener,
            PipeHost host,
            Runnable toolsChanged,
            Health health) {
        this.name = config.name().value();
        this.abilities = abilities;
        this.era = new KnownEra(legacyOnly);
        this.opener = opener;
        this.host = host;
        this.ears = new PipeEars(this, host, toolsChanged);
        this.health = health;
        this.lastUsedNanos = System.nanoTime();
        health.pausedBy(this::pauseLeft);
    }

    private synchronized @Nullable Duration pauseLeft() {
        long leftMillis = session == null ? restarts.millisUntilNext() : 0;
        return leftMillis > 0 ? Duration.ofMillis(leftMillis) : null;
    }

    String name() {
        return name;
    }

    public Ears ears() {
        return ears.ears();
    }

    public synchronized Optional<UpstreamIdentity> identity() {
        return session == null ? Optional.empty() : session.identity();
    }

    /** Starts a call, on the context that it is made on. */
    public Cancellation call(Context context, UpstreamCall call, UpstreamListener listener) {
        try {
            PipeCall taken = new PipeCall(host.nextRequestId(), call, listener, context, this::timedOut);
            @Nullable UpstreamReply refusal = accept(taken);
            if (refusal != null) {
                taken.end(refusal);
            }
            return () -> {
                if (taken.cancel()) {
                    forget(taken);
                }
            };
        } catch (MalformedJson e) {
            UpstreamReply failure =
                    PipeCall.failure(Kind.UNAVAILABLE, "The request's _meta cannot be read: " + e.getMessage());
            context.runOnContext(nothing -> listener.reply(failure));
            return () -> {};
        }
    }

    private synchronized @Nullable UpstreamReply accept(PipeCall call) {
        lastUsedNanos = System.nanoTime();
        if (calls.count() >= host.callsMax()) {
            return failure(Kind.OVERLOADED, "has as many calls under way as it may", 1_000);
        }
        @Nullable UpstreamReply refusal = startIfNeeded();
        if (refusal != null) {
            return refusal;
        }
        if (session != null && session.isReady()) {
            return forward(session, call);
        }
        calls.await(call);
        return null;
    }

    private @Nullable UpstreamReply startIfNeeded() {
        long waitMillis = restarts.millisUntilNext();
        if (closed) {
            return failure(Kind.UNAVAILABLE, "is being reconfigured; try again", 0);
        }
        if (session != null) {
            return null;
        }
        if (waitMillis > 0) {
            return failure(Kind.UNAVAILABLE, "failed to start and is tried again later", waitMillis);
        }
        if (!host.takePlace()) {
            return failure(Kind.UNAVAILABLE, "cannot be started: the gateway runs as many as it may", 0);
        }
        begin();
        return null;
    }

    /** In the place that was taken for it. */
    private void begin() {
        session = new PipeSession(this, host, new PipeOpening.Terms(abilities, era));
        session.open(opener);
    }

    private @Nullable UpstreamReply forward(PipeSession to, PipeCall call) {
        calls.run(call);
        byte[] request = to.isModern() ? call.modernRequest(abilities) : call.request();
        if (to.send(call.id(), request, call.forwardedHeaders())) {
            return null;
        }
        calls.remove(call.id());
        return failure(Kind.OVERLOADED, "does not read what is sent to it", 1_000);
    }

    /** The session has begun. */
    void ready(PipeSession by) {
        synchronized (this) {
            if (by != session) {
                return;
            }
            restarts.began();
            for (PipeCall call : calls.begin()) {
                @Nullable UpstreamReply refusal = forward(by, call);
                if (refusal != null) {
                    call.end(refusal);
                }
            }
        }
        ears.begun(by.isModern());
    }

    /** The pipe is gone: what was asked through it is lost, what waited for it was never sent. */
    void ended(PipeSession by, UpstreamReply.Stage stage, String why) {
        PipeCalls.Lost lost;
        long waitMillis;
        synchronized (this) {
            if (by != session) {
                return;
            }
            session = null;
            if (by.mayHaveDiedOfDiscovery() && startsAgain()) {
                return;
            }
            lost = calls.lose();
            waitMillis = restarts.failed();
        }
        host.leavePlace();
        lost.sent().forEach(call -> fail(call, failure(Kind.BROKEN, "broke off: " + why, 0)));
        UpstreamReply.Failure unstarted =
                failure(Kind.UNREACHABLE, "did not start: " + why, 0).at(stage);
        lost.unsent().forEach(call -> fail(call, unstarted));
        ears.broke("broke off: " + why, waitMillis);
    }

    /** Some programs of the legacy era end when they are asked anything before {@code initialize}. */
    private boolean startsAgain() {
        if (closed) {
            return false;
        }
        era.note(true);
        begin();
        return true;
    }

    PipeCalls calls() {
        return calls;
    }

    void refused(long id, String why) {
        PipeCall call = calls.remove(id);
        if (call != null) {
            fail(call, failure(Kind.BROKEN, why, 0));
        }
    }

    PipeEars listeners() {
        return ears;
    }

    /** Opens the pipe for those who listen; how long until another try makes sense, 0 if it is open or will be. */
    synchronized long open() {
        return startIfNeeded() instanceof UpstreamReply.Failure failure
                ? Math.max(Restarts.MILLIS_MIN, failure.retryAfterMillis())
                : 0;
    }

    /** Says something that has no call; false if nothing can be said now. */
    boolean say(byte[] message) {
        @Nullable PipeSession to;
        synchronized (this) {
            to = session;
        }
        return to != null && to.isReady() && to.send(Pipe.NO_REQUEST, message, Map.of());
    }

    /** The caller gave up: the upstream is told, and its answer, should it come, is nobody's. */
    private void forget(PipeCall call) {
        if (calls.forget(call)) {
            say(PipeMessages.cancelled(call.id()));
        }
    }

    private void timedOut(PipeCall call) {
        if (fail(call, failure(Kind.TIMEOUT, "did not answer in time", 0))) {
            forget(call);
        }
    }

    private boolean fail(PipeCall call, UpstreamReply.Failure failure) {
        boolean ended = call.end(failure);
        if (ended) {
            health.failed(failure);
        }
        return ended;
    }

    Health health() {
        return health;
    }

    /** Whether nothing has been asked of it, and nobody listened, for so long that its pipe was closed. */
    public boolean closeIfIdle() {
        synchronized (this) {
            long idleNanos = System.nanoTime() - lastUsedNanos;
            if (calls.count() > 0
                    || !ears.ears().isEmpty()
                    || idleNanos < host.idleMax().toNanos()) {
                return false;
            }
        }
        close("it was idle");
        return true;
    }

    /** Another takes its place, or none: calls under way may end. */
    public void retire() {
        synchronized (this) {
            closed = true;
        }
        ears.ears().close();
        Retirement.begin(host::later, calls::count, () -> close("it was reconfigured"));
    }

    public void close() {
        close("it was stopped");
    }

    private void close(String why) {
        @Nullable PipeSession last;
        synchronized (this) {
            closed = true;
            last = session;
        }
        ears.ears().close();
        if (last != null) {
            last.end(why);
        }
    }

    private UpstreamReply.Failure failure(Kind kind, String what, long retryAfterMillis) {
        return new UpstreamReply.Failure(kind, "The server " + name + " " + what + ".", retryAfterMillis);
    }
}
