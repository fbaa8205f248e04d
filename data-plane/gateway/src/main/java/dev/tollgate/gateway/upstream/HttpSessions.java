package dev.tollgate.gateway.upstream;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.impl.ContextInternal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one session with an upstream for clients of the same abilities: begun once by whichever call needs it first, while
 * the others wait for it.
 */
final class HttpSessions {
    private final HttpUpstream upstream;
    private final ClientAbilities abilities;
    /** Beside the calls of clients that can be asked; absent for those that cannot. */
    private final @Nullable SideStream side;

    /** How long a session stays open for the sake of a task that was last asked about in it. */
    private static final long TASK_HELD_NANOS = Duration.ofHours(1).toNanos();

    private volatile long lastUsedNanos = System.nanoTime();
    private volatile long heldUntilNanos = lastUsedNanos;
    private final AtomicReference<@Nullable Future<Negotiated>> latest = new AtomicReference<>();

    HttpSessions(HttpUpstream upstream, ClientAbilities abilities) {
        this.upstream = upstream;
        this.abilities = abilities;
        this.side = abilities.isNone() ? null : new SideStream(upstream, upstream.eventLoop());
    }

    /** A call is to be made in the session. */
    void enter(HttpCall call) {
        if (side != null) {
            side.enter(call);
        }
    }

    void leave(HttpCall call) {
        if (side != null) {
            lastUsedNanos = System.nanoTime();
            side.leave(call);
        }
    }

    /** A task is known in the session, so it does not end because no call is made in it for a while. */
    void holdTask() {
        heldUntilNanos = System.nanoTime() + TASK_HELD_NANOS;
    }

    /** The session that a call must be made in, if it is not this one: begun by another gateway, or before this one. */
    @Nullable
    Session otherFor(UpstreamCall call) {
        String id = call.session();
        return id == null || current().map(Session::id).filter(id::equals).isPresent() ? null : Session.held(id);
    }

    boolean isUnusedSince(long nanos) {
        return side != null && side.isUnused() && lastUsedNanos - nanos < 0 && heldUntilNanos - nanos < 0;
    }

    /** Whether all that a call in the session may be asked is heard. */
    boolean isHeard(Session session) {
        return side == null || session.isModern() || side.isSettled(session);
    }

    /** Does something on the context as soon as it is. */
    void whenHeard(Session session, ContextInternal context, Runnable then) {
        if (side != null) {
            side.whenSettled(session, context, then);
        }
    }

    void end() {
        if (side != null) {
            side.end();
        }
    }

    boolean isModern() {
        Session session = ready(latest.get());
        return session != null && session.isModern();
    }

    Optional<Session> current() {
        return Optional.ofNullable(ready(latest.get()));
    }

    private static @Nullable Session ready(@Nullable Future<Negotiated> future) {
        return future != null && future.succeeded() && future.result() instanceof Negotiated.Ready ready
                ? ready.session()
                : null;
    }

    /** The session, at once if there is one; told on the context. */
    void use(ContextInternal context, Consumer<Negotiated> next) {
        Future<Negotiated> future = latest.get();
        if (future != null && future.succeeded() && future.result() instanceof Negotiated.Ready ready) {
            next.accept(ready);
        } else if (future != null && !future.isComplete()) {
            await(future, context, next);
        } else {
            begin(future, context, next);
        }
    }

    /** Another session than the one that the upstream no longer knows. */
    void renew(Session stale, ContextInternal context, Consumer<Negotiated> next) {
        Future<Negotiated> future = latest.get();
        if (ready(future) == stale) {
            begin(future, context, next);
        } else {
            use(context, next);
        }
    }

    private void begin(@Nullable Future<Negotiated> before, ContextInternal context, Consumer<Negotiated> next) {
        Promise<Negotiated> promise = context.promise();
        if (latest.compareAndSet(before, promise.future())) {
            await(promise.future(), context, next);
            new HttpNegotiation(upstream, abilities, context, promise::complete).begin();
        } else {
            use(context, next);
        }
    }

    private static void await(Future<Negotiated> future, ContextInternal context, Consumer<Negotiated> next) {
        future.onComplete(done -> context.emit(done.result(), next::accept));
    }
}
