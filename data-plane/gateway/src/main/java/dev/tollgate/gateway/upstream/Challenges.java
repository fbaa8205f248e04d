package dev.tollgate.gateway.upstream;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What one server says of the token that it is sent: what is new is handed on at once, the same again after a minute. Safe from
 * any thread; two at the same moment may both be handed on.
 */
final class Challenges {
    static final long AGAIN_NANOS = Duration.ofMinutes(1).toNanos();

    private final Consumer<TokenChallenge> next;
    private final LongSupplier nanos;
    private volatile @Nullable Told last;

    private record Told(TokenChallenge challenge, long atNanos) {}

    Challenges(Consumer<TokenChallenge> next, LongSupplier nanos) {
        this.next = next;
        this.nanos = nanos;
    }

    void heard(TokenChallenge challenge) {
        if (challenge.token() == null) {
            return;
        }
        long now = nanos.getAsLong();
        Told before = last;
        if (before == null || !before.challenge.equals(challenge) || now - before.atNanos >= AGAIN_NANOS) {
            last = new Told(challenge, now);
            next.accept(challenge);
        }
    }
}
