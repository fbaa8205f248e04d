package dev.tollgate.bench.load;

import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Counts verdicts and records latencies while a run goes on. */
final class Tally {
    private static final long LATENCY_NANOS_MAX = 60_000_000_000L;
    private static final int DIGITS = 3;

    private final long[] counts = new long[Verdict.values().length];
    private final Histogram latencyNanos = new Histogram(LATENCY_NANOS_MAX, DIGITS);
    private String sample = "";

    void right(long nanos) {
        counts[Verdict.RIGHT.ordinal()]++;
        latencyNanos.recordValue(Math.clamp(nanos, 0, LATENCY_NANOS_MAX));
    }

    void wrong(Verdict verdict, String how) {
        counts[verdict.ordinal()]++;
        if (sample.isEmpty()) {
            sample = verdict + ": " + how;
        }
    }

    LoadResult result(long unsent, long elapsedNanos) {
        Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            if (counts[verdict.ordinal()] > 0) {
                verdicts.put(verdict, counts[verdict.ordinal()]);
            }
        }
        return new LoadResult(verdicts, unsent, elapsedNanos, latencyNanos, sample);
    }
}
