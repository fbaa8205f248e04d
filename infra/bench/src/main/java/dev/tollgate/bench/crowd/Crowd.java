package dev.tollgate.bench.crowd;

import dev.tollgate.bench.report.Markdown;
import java.util.List;
import org.HdrHistogram.Histogram;

/** The answers of a gateway with a few tenants and of one with a crowd of them, of the same size each. */
public record Crowd(Answers few, Answers crowded) {
    public Crowd() {
        this(new Answers(), new Answers());
    }

    /** How many times as long the crowded one takes, too. */
    public String table(int fewTenants, int tenants) {
        return Markdown.table(
                List.of(
                        "answer",
                        "%,d tenants, p50 / p99 ms".formatted(fewTenants),
                        "%,d tenants, p50 / p99 ms".formatted(tenants),
                        "ratio of p50"),
                List.of(
                        row("tools/list", few.listMicros(), crowded.listMicros()),
                        row("tools/call, with the upstream's part", few.callMicros(), crowded.callMicros())));
    }

    private static List<String> row(String name, Histogram few, Histogram crowded) {
        return List.of(
                name,
                pair(few),
                pair(crowded),
                Markdown.decimal(crowded.getValueAtPercentile(50) / (double) few.getValueAtPercentile(50), 2));
    }

    private static String pair(Histogram micros) {
        return Markdown.millis(micros.getValueAtPercentile(50)) + " / "
                + Markdown.millis(micros.getValueAtPercentile(99));
    }
}
