package dev.tollgate.bench.load;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/**
 * What a stretch of load came to.
 *
 * @param verdicts how many calls ended in each way
 * @param unsent calls that were due and found no free connection until the run was over; fixed rate only
 * @param elapsedNanos from the first call to the last answer
 * @param latencyNanos of right answers
 * @param sample the first wrong answer in short, empty if there was none
 */
public record LoadResult(
        Map<Verdict, Long> verdicts, long unsent, long elapsedNanos, Histogram latencyNanos, String sample) {
    public LoadResult {
        verdicts = new EnumMap<>(verdicts);
    }

    public long right() {
        return verdicts.getOrDefault(Verdict.RIGHT, 0L);
    }

    /** Everything that was due and did not come to a right answer. */
    public long wrong() {
        return verdicts.values().stream().mapToLong(Long::longValue).sum() - right() + unsent;
    }

    /** Right answers a second. */
    public double perSecond() {
        return elapsedNanos == 0 ? 0 : right() * 1e9 / elapsedNanos;
    }

    /** The latency in microseconds that this share of right answers did not exceed. */
    public double micros(double percentile) {
        return latencyNanos.getValueAtPercentile(percentile) / 1e3;
    }

    /** Nothing if all was right, else how much was not and the first of it. */
    public String complaint() {
        if (wrong() == 0) {
            return "";
        }
        String ways = verdicts.entrySet().stream()
                .filter(e -> e.getKey() != Verdict.RIGHT)
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
        return "not right: " + ways + (unsent > 0 ? ", unsent " + unsent : "")
                + (sample.isEmpty() ? "" : "; first: " + sample);
    }
}
