package dev.tollgate.bench.crowd;

import dev.tollgate.bench.report.Markdown;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * What changes took, in microseconds.
 *
 * @param decided from just before a change is sent to Kafka until a call is decided by it
 * @param applied the gateway's own part of that
 */
public record ChangeTimes(Histogram decided, Histogram applied) {
    private static final int DIGITS = 3;

    ChangeTimes() {
        this(new Histogram(DIGITS), new Histogram(DIGITS));
    }

    public String table() {
        return Markdown.table(
                List.of("one change, ms", "p50", "p99", "most"),
                List.of(
                        row("from sending it to Kafka to the first refusal", decided),
                        row("of that the gateway's: from its head as read to its snapshot served", applied)));
    }

    private static List<String> row(String name, Histogram micros) {
        return List.of(
                name,
                Markdown.millis(micros.getValueAtPercentile(50)),
                Markdown.millis(micros.getValueAtPercentile(99)),
                Markdown.millis(micros.getMaxValue()));
    }
}
