package dev.tollgate.control.credential;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** When a token is asked for: at about half its life, and after failures ever later; never all at one moment. */
final class RenewalTimes {
    /** Of a token whose provider does not say. */
    static final Duration LIFE_UNKNOWN = Duration.ofHours(1);

    /** However short a token's life is, and however often its provider fails. */
    static final Duration SOONEST = Duration.ofSeconds(2);

    static final Duration BACK_OFF_MAX = Duration.ofMinutes(15);

    /** The longest that a provider may ask to be left alone. */
    static final Duration ASKED_MAX = Duration.ofHours(1);

    /** Failures after which somebody has to look, some three minutes after the first. */
    static final int ATTEMPTS_MAX = 7;

    private final RandomGenerator random;

    RenewalTimes(RandomGenerator random) {
        this.random = random;
    }

    Instant renewal(Instant now, @Nullable Instant expiresAt) {
        Duration life = expiresAt == null ? LIFE_UNKNOWN : Duration.between(now, expiresAt);
        return now.plus(longest(SOONEST, part(life.dividedBy(2), 0.9)));
    }

    /**
     * @param failures one after another, at least 1
     * @param asked by the provider
     */
    Instant retry(Instant now, int failures, @Nullable Duration asked) {
        Duration doubled = SOONEST.multipliedBy(1L << Math.min(failures, 20));
        Duration wait = longest(SOONEST, part(shortest(doubled, BACK_OFF_MAX), 0.5));
        return now.plus(asked == null ? wait : longest(wait, shortest(asked, ASKED_MAX)));
    }

    /** Between the least part of it and all of it. */
    private Duration part(Duration all, double least) {
        return Duration.ofMillis((long) (all.toMillis() * random.nextDouble(least, 1.0)));
    }

    private static Duration longest(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shortest(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
