package dev.tollgate.e2e.money;

import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.mcp.Rpc;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Agents at several gateways who call at once until as many calls were admitted as were wanted, or it is clear that they are not. */
final class Spenders {
    private static final int OF_EACH_AGENT = 4;
    private static final Duration MAX = Duration.ofMinutes(2);
    /** What one gateway returns takes a moment to reach the other. */
    private static final Duration PAUSE_AFTER_REFUSAL = Duration.ofMillis(200);

    private final String tool;
    private final AtomicInteger admitted = new AtomicInteger();
    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();

    Spenders(String tool) {
        this.tool = tool;
    }

    int admitted() {
        return admitted.get();
    }

    void spend(int wanted, Agent... agents) throws InterruptedException {
        var until = Instant.now().plus(MAX);
        var threads = List.of(agents).stream()
                .flatMap(agent -> IntStream.range(0, OF_EACH_AGENT)
                        .mapToObj(i -> Thread.ofVirtual().start(() -> spend(agent, wanted, until))))
                .toList();
        for (var thread : threads) {
            thread.join();
        }
        if (!failures.isEmpty()) {
            throw new AssertionError(failures.size() + " agents were let down", failures.peek());
        }
    }

    private void spend(Agent agent, int wanted, Instant until) {
        try {
            while (admitted.get() < wanted && Instant.now().isBefore(until)) {
                if (!call(agent)) {
                    Thread.sleep(PAUSE_AFTER_REFUSAL);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception | AssertionError e) {
            failures.add(e);
        }
    }

    /** Whether it was admitted; anything else than a result or a refusal for a limit is a failure. */
    boolean call(Agent agent) {
        var answer = agent.call(tool, Map.of("message", "x"));
        if (answer.status() == 429) {
            return false;
        }
        Rpc.text(answer);
        admitted.incrementAndGet();
        return true;
    }
}
