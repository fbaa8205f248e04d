package dev.tollgate.bench.throughput;

import dev.tollgate.bench.wire.Era;
import java.util.Locale;

/**
 * What calls are like.
 *
 * @param answerBytes about how long the body of an answer is
 * @param era in which the calls are written
 * @param upstreamEra that the upstream speaks to a gateway; without one between, it takes calls of any
 */
public record Traffic(int answerBytes, Era era, Era upstreamEra) {
    @Override
    public String toString() {
        return "answers of " + answerBytes + " bytes, client " + words(era) + ", upstream " + words(upstreamEra);
    }

    private static String words(Era era) {
        return era.name().toLowerCase(Locale.ROOT);
    }
}
