package dev.tollgate.gateway.upstream;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.impl.ContextInternal;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The sessions with one upstream for agents whose clients can do something for it: one for each combination of abilities,
 * because an upstream is told of them when a session begins and may ask for all that it was told of.
 */
final class AbleSessions {
    private static final byte[] NO_BODY = {};

    private final HttpUpstream upstream;
    private final AtomicReferenceArray<@Nullable HttpSessions> byBits =
            new AtomicReferenceArray<>(ClientAbilities.COMBINATIONS);

    AbleSessions(HttpUpstream upstream) {
        this.upstream = upstream;
    }

    HttpSessions of(ClientAbilities abilities) {
        int bits = abilities.bits();
        HttpSessions known = byBits.get(bits);
        if (known != null) {
            return known;
        }
        byBits.compareAndSet(bits, null, new HttpSessions(upstream, abilities));
        return Objects.requireNonNullElseGet(byBits.get(bits), () -> of(abilities));
    }

    /** A session that has begun, if there is one. */
    Optional<Session> any() {
        for (int bits = 0; bits < ClientAbilities.COMBINATIONS; bits++) {
            HttpSessions one = byBits.get(bits);
            Optional<Session> session = one == null ? Optional.empty() : one.current();
            if (session.isPresent()) {
                return session;
            }
        }
        return Optional.empty();
    }

    /** Nothing is heard beside calls any more. */
    void close() {
        for (int bits = 0; bits < ClientAbilities.COMBINATIONS; bits++) {
            HttpSessions one = byBits.get(bits);
            if (one != null) {
                one.end();
            }
        }
    }

    /** Ends what no call has used since then, and lets the upstream know. */
    void endUnusedSince(ContextInternal context, long nanos) {
        for (int bits = 0; bits < ClientAbilities.COMBINATIONS; bits++) {
            HttpSessions one = byBits.get(bits);
            if (one != null && one.isUnusedSince(nanos) && byBits.compareAndSet(bits, one, null)) {
                one.end();
                one.current()
                        .filter(session -> session.id() != null)
                        .ifPresent(session -> upstream.aside(context, HttpMethod.DELETE, session, NO_BODY));
            }
        }
    }
}
