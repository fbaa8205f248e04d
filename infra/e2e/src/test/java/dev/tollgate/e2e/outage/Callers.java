package dev.tollgate.e2e.outage;

import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.mcp.Rpc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** A few agents who call without pause and keep the id of every answer, until told to stop. */
final class Callers implements AutoCloseable {
    /** Keeps the stream to what two cores and a demo server bear beside everything else. */
    private static final int PAUSE_MILLIS = 5;

    private final Set<UUID> answered = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final List<Thread> threads = new ArrayList<>();

    private Callers() {}

    static Callers start(int count, Agent agent, String tool) {
        var callers = new Callers();
        for (int i = 0; i < count; i++) {
            callers.threads.add(Thread.ofVirtual().name("caller " + i).start(() -> callers.callOn(agent, tool)));
        }
        return callers;
    }

    private void callOn(Agent agent, String tool) {
        try {
            for (int i = 0; !stopped.get(); i++) {
                var answer = agent.call(tool, Map.of("message", "call " + i));
                answered.add(Rpc.callId(answer));
                Rpc.text(answer);
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception | AssertionError e) {
            failures.add(e);
        }
    }

    int answeredSoFar() {
        return answered.size();
    }

    /** The ids of all answers; throws if any call was not answered with a result. */
    Set<UUID> stop() throws InterruptedException {
        close();
        if (!failures.isEmpty()) {
            throw new AssertionError(failures.size() + " callers were let down", failures.peek());
        }
        return Set.copyOf(answered);
    }

    @Override
    public void close() throws InterruptedException {
        stopped.set(true);
        for (var thread : threads) {
            thread.join();
        }
    }
}
