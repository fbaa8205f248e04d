package dev.tollgate.gateway.upstream;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.impl.ContextInternal;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
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
    private final boolean endsWhenIdle;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile long lastUsedNanos = System.nanoTime();
    private final AtomicReference<@Nullable Future<Negotiated>> latest = new AtomicReference<>();

    HttpSessions(HttpUpstream upstream, ClientAbilities abilities) {
        this.upstream = upstream;
        this.abilities = abilities;
        this.endsWhenIdle = !abilities.isNone();
    }

    /** A call is to be made in the session. Only those that end when idle are counted. */
    void enter() {
        if (endsWhenIdle) {
            calls.incrementAndGet();
        }
    }

    void leave() {
        if (endsWhenIdle) {
            lastUsedNanos = System.nanoTime();
            calls.decrementAndGet();
        }
    }

    boolean isUnusedSince(long nanos) {
        return calls.get() == 0 && lastUsedNanos - nanos < 0;
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
