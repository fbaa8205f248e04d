package dev.tollgate.bench.startup;

import dev.tollgate.bench.load.OneCall;
import dev.tollgate.bench.load.Target;
import dev.tollgate.bench.load.Verdict;
import dev.tollgate.bench.world.GatewayProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Waits for a gateway's first right answers. */
public final class StartUp {
    private static final long LOOK_MILLIS = 5;

    private StartUp() {}

    /**
     * The time from just before the process was started until each of these calls was answered rightly.
     *
     * @throws IOException if the gateway ends, or the answers are not right within the time
     */
    public static Duration untilServed(GatewayProcess gateway, List<Target> targets, Duration most)
            throws IOException, InterruptedException {
        long started = gateway.child().startedNanos();
        try (OneCall call = new OneCall()) {
            for (Target target : targets) {
                Verdict verdict = call.to(target);
                while (verdict != Verdict.RIGHT) {
                    gateway.child().checkAlive();
                    if (System.nanoTime() - started > most.toNanos()) {
                        throw new IOException("no right answer within " + most + ", the last was " + verdict + ": "
                                + call.said() + "\n" + gateway.child().lastWords());
                    }
                    Thread.sleep(LOOK_MILLIS);
                    verdict = call.to(target);
                }
            }
        }
        return Duration.ofNanos(System.nanoTime() - started);
    }
}
