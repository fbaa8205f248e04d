package dev.tollgate.bench.throughput;

import dev.tollgate.bench.process.Usage;
import dev.tollgate.bench.report.Medians;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** The samples of all rounds, and what they say when each subject's middle one is taken. */
public final class Rounds {
    private final List<Subject> subjects;
    private final List<Sample> samples;

    Rounds(List<Subject> subjects, List<Sample> samples) {
        this.subjects = List.copyOf(subjects);
        this.samples = List.copyOf(samples);
    }

    List<Subject> subjects() {
        return subjects;
    }

    /** Right answers a second, the median of the subject's rounds. */
    public double perSecond(String subject) {
        return median(subject, s -> s.load().perSecond());
    }

    double micros(String subject, double percentile) {
        return median(subject, s -> s.load().micros(percentile));
    }

    /** CPU of one watched process for each right answer of the subject. */
    double cpuMicros(String subject, String process) {
        return median(subject, s -> s.cpuMicrosPerCall().getOrDefault(process, 0.0));
    }

    /** The memory of the process that stands between, at the end of the subject's last round. */
    Optional<Usage> memory(Subject subject) {
        List<Sample> own = of(subject.name());
        return subject.process().map(process -> own.get(own.size() - 1).usage().getOrDefault(process, Usage.NONE));
    }

    /** One subject's throughput by another's in the same round; the median of these ratios. */
    public double ratio(String subject, String to) {
        List<Sample> own = of(subject);
        List<Sample> others = of(to);
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            ratios.add(own.get(i).load().perSecond() / others.get(i).load().perSecond());
        }
        return Medians.of(ratios);
    }

    public long wrong() {
        return samples.stream().mapToLong(s -> s.load().wrong()).sum();
    }

    long right() {
        return samples.stream().mapToLong(s -> s.load().right()).sum();
    }

    /** The largest share of the machine that others took in any round. */
    double foreignShareMax() {
        return samples.stream().mapToDouble(Sample::foreignShare).max().orElse(0);
    }

    Set<String> processes() {
        Set<String> names = new TreeSet<>();
        samples.forEach(s -> names.addAll(s.cpuMicrosPerCall().keySet()));
        return names;
    }

    private double median(String subject, ToDoubleFunction<Sample> value) {
        return Medians.of(of(subject), value);
    }

    private List<Sample> of(String subject) {
        return samples.stream().filter(s -> s.subject().equals(subject)).toList();
    }
}
