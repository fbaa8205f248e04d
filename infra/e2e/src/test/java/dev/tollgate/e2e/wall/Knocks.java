package dev.tollgate.e2e.wall;

import dev.tollgate.e2e.api.Answer;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.mcp.Rpc;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** An agent that calls at one gateway's door without pause and keeps what it is told, until it is closed. */
final class Knocks implements AutoCloseable {
    /** Keeps two of them to what two cores and a demo server bear beside everything else. */
    private static final int PAUSE_MILLIS = 5;

    private final Agent agent;
    private final String tool;
    private final ConcurrentLinkedQueue<Knock> knocks = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final Thread thread;

    /** What a call came to. */
    enum Told {
        SERVED,
        /** The tenant is on its way to this region. */
        NOT_YET,
        /** Another region serves the tenant. */
        NO_MORE,
        /** Nobody here knows the key. */
        UNKNOWN
    }

    /**
     * One call; when it was judged lies between.
     *
     * @param call the id that it is recorded under, if it was served
     */
    record Knock(Instant sent, Instant answered, Told told, Optional<UUID> call) {}

    private Knocks(Agent agent, String tool) {
        this.agent = agent;
        this.tool = tool;
        this.thread = Thread.ofVirtual().start(this::knock);
    }

    static Knocks at(Agent agent, String tool) {
        return new Knocks(agent, tool);
    }

    private void knock() {
        try {
            while (!over.get()) {
                var sent = Instant.now();
                var answer = agent.call(tool, Map.of("message", "anybody there"));
                var answered = Instant.now();
                var told = told(answer);
                knocks.add(new Knock(
                        sent,
                        answered,
                        told,
                        told == Told.SERVED ? Optional.of(Rpc.callId(answer)) : Optional.empty()));
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | AssertionError e) {
            failure.set(e);
        }
    }

    private static Told told(Answer answer) {
        if (answer.status() == 401 && answer.text().contains("This key is not known here")) {
            return Told.UNKNOWN;
        }
        var message = Rpc.message(answer);
        if (message.path("result").isObject()) {
            Rpc.text(answer);
            return Told.SERVED;
        }
        var words = message.path("error").path("message").asText();
        if (words.contains("moving to this region, which does not serve it yet")) {
            return Told.NOT_YET;
        }
        if (words.contains("served by another region now")) {
            return Told.NO_MORE;
        }
        throw new AssertionError("neither served nor sent to another region: " + answer);
    }

    /** All so far, in their order; throws if a call came to something else. */
    List<Knock> all() {
        var broken = failure.get();
        if (broken != null) {
            throw new AssertionError("a call came to what it may not", Objects.requireNonNull(broken));
        }
        return List.copyOf(knocks);
    }

    /** Those that were told this. */
    List<Knock> told(Told told) {
        return all().stream().filter(knock -> knock.told() == told).toList();
    }

    @Override
    public void close() throws InterruptedException {
        over.set(true);
        thread.join();
    }
}
