package dev.tollgate.bench.crowd;

import dev.tollgate.bench.load.OneCall;
import dev.tollgate.bench.load.Target;
import dev.tollgate.bench.load.Verdict;
import java.io.IOException;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * How long one gateway takes for a list and for a call, one after the other over one connection, with the keys of many
 * tenants in turns.
 *
 * @param listMicros of {@code tools/list}, whole
 * @param callMicros of {@code tools/call}, with the upstream's part
 */
public record Answers(Histogram listMicros, Histogram callMicros) {
    private static final int DIGITS = 3;

    public Answers() {
        this(new Histogram(DIGITS), new Histogram(DIGITS));
    }

    /**
     * Asks so often for each, and records it here.
     *
     * @param tools how many tools a list must hold to be right
     * @throws IOException if an answer is not right
     */
    public void add(List<Target> targets, int tools, int times) throws IOException, InterruptedException {
        try (OneCall one = new OneCall()) {
            for (int i = 0; i < times; i++) {
                Target target = targets.get(i % targets.size());
                long listed = System.nanoTime();
                int found = one.list(target);
                listMicros.recordValue((System.nanoTime() - listed) / 1_000);
                long called = System.nanoTime();
                Verdict verdict = one.to(target);
                callMicros.recordValue((System.nanoTime() - called) / 1_000);
                if (found != tools || verdict != Verdict.RIGHT) {
                    throw new IOException(target.name() + " listed " + found + " tools in place of " + tools
                            + ", and a call was " + verdict + ": " + one.said());
                }
            }
        }
    }
}
