package dev.tollgate.bench.throughput;

import dev.tollgate.bench.load.LoadPlan;
import dev.tollgate.bench.load.LoadResult;
import dev.tollgate.bench.load.LoadRun;
import dev.tollgate.bench.load.Pace;
import dev.tollgate.bench.report.Markdown;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Loads several subjects in turns, A B C A B C, so that what disturbs the machine for a while disturbs all of them. */
public final class Throughput {
    private final ThroughputPlan plan;
    private final List<Subject> subjects;
    private final Watch watch;
    private final Consumer<String> progress;

    public Throughput(ThroughputPlan plan, List<Subject> subjects, Watch watch, Consumer<String> progress) {
        this.plan = plan;
        this.subjects = List.copyOf(subjects);
        this.watch = watch;
        this.progress = progress;
    }

    /**
     * Loads each subject until its code is compiled; nothing is recorded.
     *
     * @throws IOException if a subject gives no right answer at all
     */
    public void warmUp() throws IOException {
        for (Subject subject : subjects) {
            LoadResult result = load(subject, new Pace.ClosedLoop(), plan.warmUp());
            progress.accept("warm: " + line(subject, result));
            if (result.right() == 0) {
                throw new IOException(subject.name() + " gave no right answer: " + result.complaint());
            }
        }
    }

    /** As many calls as each subject answers at the plan's concurrency. */
    public Rounds closedLoop() throws IOException {
        return rounds(new Pace.ClosedLoop());
    }

    /** The same rate of calls for all subjects, over the same number of connections; one turn of each goes unrecorded. */
    public Rounds fixedRate(double callsPerSecond) throws IOException {
        Pace pace = new Pace.FixedRate(callsPerSecond);
        for (Subject subject : subjects) {
            load(subject, pace, plan.each());
        }
        return rounds(pace);
    }

    private Rounds rounds(Pace pace) throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (int round = 1; round <= plan.rounds(); round++) {
            for (Subject subject : subjects) {
                Watch.Moment before = watch.now();
                LoadResult result = load(subject, pace, plan.each());
                Sample sample = Sample.of(subject.name(), result, before, watch.now());
                samples.add(sample);
                progress.accept("round " + round + ": " + line(subject, result) + ", others took "
                        + Markdown.whole(sample.foreignShare() * 100) + " % of the machine");
            }
        }
        return new Rounds(subjects, samples);
    }

    private LoadResult load(Subject subject, Pace pace, Duration duration) throws IOException {
        return LoadRun.of(new LoadPlan(subject.target(), plan.connections(), pace, duration));
    }

    private static String line(Subject subject, LoadResult result) {
        String complaint = result.complaint();
        return "%-10s %8s calls/s, p50 %s ms, p99 %s ms, p99.9 %s ms%s"
                .formatted(
                        subject.name(),
                        Markdown.whole(result.perSecond()),
                        Markdown.millis(result.micros(50)),
                        Markdown.millis(result.micros(99)),
                        Markdown.millis(result.micros(99.9)),
                        complaint.isEmpty() ? "" : " | " + complaint);
    }
}
