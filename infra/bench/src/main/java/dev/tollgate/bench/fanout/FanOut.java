package dev.tollgate.bench.fanout;

import dev.tollgate.bench.load.OneCall;
import dev.tollgate.bench.load.Target;
import dev.tollgate.bench.report.Markdown;
import dev.tollgate.bench.stub.StubTools;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Lists of as many tenants, one after the other, each of which has so many upstreams of its own.
 */
public final class FanOut {
    public static final List<String> HEADER = List.of(
            "upstreams, hanging",
            "tools/list p50 / p99 ms",
            "prompts/list, first",
            "at once again",
            "asked anew",
            "whole");

    private static final int DIGITS = 3;
    private static final long LOOK_MILLIS = 20;

    private final int upstreams;
    private final int hanging;
    private final List<Target> targets;
    private final Histogram toolsMicros = new Histogram(DIGITS);
    private final Histogram firstMicros = new Histogram(DIGITS);
    private final Histogram againMicros = new Histogram(DIGITS);
    private final Histogram anewMicros = new Histogram(DIGITS);
    private int whole;
    private int asked;

    /**
     * @param hanging how many of the upstreams never answer
     * @param targets one for each tenant
     */
    public FanOut(int upstreams, int hanging, List<Target> targets) {
        this.upstreams = upstreams;
        this.hanging = hanging;
        this.targets = List.copyOf(targets);
    }

    /**
     * Waits until every tenant's tools are listed, for which no upstream is asked.
     *
     * @throws IOException if they are not within the time
     */
    public void awaitLoaded(OneCall one, Duration most) throws IOException, InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        for (Target target : targets) {
            while (!isLoaded(one, target)) {
                if (System.nanoTime() > end) {
                    throw new IOException("a tenant was not served within " + most + ": " + one.said());
                }
                Thread.sleep(LOOK_MILLIS);
            }
        }
    }

    /** A key that the gateway does not know yet is refused. */
    private boolean isLoaded(OneCall one, Target target) throws InterruptedException {
        try {
            return one.list(target) == upstreams;
        } catch (IOException e) {
            return false;
        }
    }

    /** Each tenant's first list, for which sessions are begun; and another at once, which is from what is kept. */
    public void first(OneCall one) throws IOException, InterruptedException {
        for (Target target : targets) {
            tools(one, target);
            prompts(one, target, firstMicros);
            prompts(one, target, againMicros);
        }
    }

    /** Lists for which upstreams are asked again, in the sessions that there are; to be called when nothing kept is new. */
    public void anew(OneCall one) throws IOException, InterruptedException {
        for (Target target : targets) {
            prompts(one, target, anewMicros);
        }
    }

    private void tools(OneCall one, Target target) throws IOException, InterruptedException {
        long began = System.nanoTime();
        int found = one.list(target);
        toolsMicros.recordValue((System.nanoTime() - began) / 1_000);
        if (found != upstreams) {
            throw new IOException("listed " + found + " tools in place of " + upstreams + ": " + one.said());
        }
    }

    private void prompts(OneCall one, Target target, Histogram micros) throws IOException, InterruptedException {
        long began = System.nanoTime();
        int found = one.prompts(target);
        micros.recordValue((System.nanoTime() - began) / 1_000);
        asked++;
        whole += found == (upstreams - hanging) * StubTools.PROMPTS ? 1 : 0;
    }

    public List<String> row() {
        return List.of(
                upstreams + ", " + hanging,
                pair(toolsMicros),
                pair(firstMicros),
                pair(againMicros),
                pair(anewMicros),
                whole + " of " + asked);
    }

    private static String pair(Histogram micros) {
        return Markdown.millis(micros.getValueAtPercentile(50)) + " / "
                + Markdown.millis(micros.getValueAtPercentile(99));
    }
}
