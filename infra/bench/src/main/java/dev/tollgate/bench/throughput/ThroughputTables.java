package dev.tollgate.bench.throughput;

import static dev.tollgate.bench.report.Markdown.decimal;
import static dev.tollgate.bench.report.Markdown.mebibytes;
import static dev.tollgate.bench.report.Markdown.millis;
import static dev.tollgate.bench.report.Markdown.whole;

import dev.tollgate.bench.process.Usage;
import dev.tollgate.bench.report.Markdown;
import java.util.ArrayList;
import java.util.List;

/** Rounds as Markdown tables. */
public final class ThroughputTables {
    private static final int HUNDRED = 100;

    private ThroughputTables() {}

    /**
     * All that a closed loop can give.
     *
     * @param direct the subject without anything between
     * @param yardstick the subject that the others are held against
     */
    public static String closedLoop(Rounds rounds, String direct, String yardstick) {
        List<List<String>> rows = new ArrayList<>();
        for (Subject subject : rounds.subjects()) {
            String name = subject.name();
            rows.add(List.of(
                    name,
                    whole(rounds.perSecond(name)),
                    decimal(rounds.ratio(name, direct), 2),
                    decimal(rounds.ratio(name, yardstick), 2),
                    millis(rounds.micros(name, 50)),
                    millis(rounds.micros(name, 99)),
                    millis(rounds.micros(name, 99.9)),
                    subject.process()
                            .map(p -> decimal(rounds.cpuMicros(name, p), 1))
                            .orElse("-"),
                    rounds.memory(subject).map(ThroughputTables::memory).orElse("-")));
        }
        return Markdown.table(
                        List.of(
                                "way",
                                "calls/s",
                                "to " + direct,
                                "to " + yardstick,
                                "p50 ms",
                                "p99 ms",
                                "p99.9 ms",
                                "its CPU µs/call",
                                "its RSS MiB (peak)"),
                        rows)
                + footing(rounds);
    }

    /** Where the machine's time went, by process. */
    public static String cpu(Rounds rounds) {
        List<String> header = new ArrayList<>(List.of("CPU µs/call"));
        header.addAll(rounds.processes());
        List<List<String>> rows = new ArrayList<>();
        for (Subject subject : rounds.subjects()) {
            List<String> row = new ArrayList<>(List.of(subject.name()));
            for (String process : rounds.processes()) {
                row.add(decimal(rounds.cpuMicros(subject.name(), process), 1));
            }
            rows.add(row);
        }
        return Markdown.table(header, rows);
    }

    /** Latency at one rate, and what each way adds to the direct one. */
    public static String fixedRate(Rounds rounds, String direct) {
        List<List<String>> rows = new ArrayList<>();
        for (Subject subject : rounds.subjects()) {
            String name = subject.name();
            rows.add(List.of(
                    name,
                    whole(rounds.perSecond(name)),
                    millis(rounds.micros(name, 50)),
                    millis(rounds.micros(name, 99)),
                    millis(rounds.micros(name, 99.9)),
                    millis(rounds.micros(name, 50) - rounds.micros(direct, 50)),
                    millis(rounds.micros(name, 99) - rounds.micros(direct, 99))));
        }
        return Markdown.table(List.of("way", "calls/s", "p50 ms", "p99 ms", "p99.9 ms", "p50 added", "p99 added"), rows)
                + footing(rounds);
    }

    static String memory(Usage usage) {
        return mebibytes(usage.residentBytes()) + " (" + mebibytes(usage.residentPeakBytes()) + ")";
    }

    static String footing(Rounds rounds) {
        return "\n" + whole(rounds.right()) + " right answers, " + whole(rounds.wrong())
                + " others. Processes outside the measurement took at most "
                + whole(rounds.foreignShareMax() * HUNDRED) + " % of the machine in any round.\n";
    }
}
