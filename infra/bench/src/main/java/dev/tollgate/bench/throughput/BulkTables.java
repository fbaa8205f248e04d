package dev.tollgate.bench.throughput;

import static dev.tollgate.bench.report.Markdown.decimal;
import static dev.tollgate.bench.report.Markdown.millis;
import static dev.tollgate.bench.report.Markdown.whole;

import dev.tollgate.bench.report.Markdown;
import java.util.ArrayList;
import java.util.List;

/** Rounds of long answers as a Markdown table. */
public final class BulkTables {
    private BulkTables() {}

    /**
     * Megabytes of answers a second, a megabyte being a million bytes.
     *
     * @param direct the subject without anything between
     * @param yardstick the subject that the others are held against
     */
    public static String of(Rounds rounds, int answerBytes, String direct, String yardstick) {
        double megabytes = answerBytes / 1e6;
        List<List<String>> rows = new ArrayList<>();
        for (Subject subject : rounds.subjects()) {
            String name = subject.name();
            rows.add(List.of(
                    name,
                    whole(rounds.perSecond(name) * megabytes),
                    decimal(rounds.ratio(name, direct), 2),
                    decimal(rounds.ratio(name, yardstick), 2),
                    millis(rounds.micros(name, 50)),
                    millis(rounds.micros(name, 99)),
                    subject.process()
                            .map(p -> millis(rounds.cpuMicros(name, p) / megabytes))
                            .orElse("-"),
                    rounds.memory(subject).map(ThroughputTables::memory).orElse("-")));
        }
        return Markdown.table(
                        List.of(
                                "way",
                                "MB/s",
                                "to " + direct,
                                "to " + yardstick,
                                "p50 ms",
                                "p99 ms",
                                "its CPU ms/MB",
                                "its RSS MiB (peak)"),
                        rows)
                + ThroughputTables.footing(rounds);
    }
}
