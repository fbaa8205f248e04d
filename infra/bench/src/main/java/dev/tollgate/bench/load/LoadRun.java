package dev.tollgate.bench.load;

import dev.tollgate.bench.wire.MalformedMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Runs one plan on the calling thread. One thread and no objects on a call's way keep the generator's own share of the
 * machine small; it is bounded by the plan's duration, the drain and {@link #RECONNECTS_MAX}.
 */
public final class LoadRun {
    /** How long calls that are under way, or due and unsent, are waited for when the duration is over. */
    private static final long DRAIN_NANOS = 10_000_000_000L;

    private static final int RECONNECTS_MAX = 1_000;
    private static final long SELECT_MILLIS = 100;
    /**
     * How long a fixed-rate run naps when nothing is due: the resolution of its latencies. With shorter naps the generator
     * would take most of a core, and what it measured would be the waiting for that core.
     */
    private static final long NAP_NANOS = 100_000;

    private final LoadPlan plan;
    private final Tally tally = new Tally();
    private final List<Connection> connections = new ArrayList<>();
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final Consumer<SelectionKey> whenReady = key -> ready((Connection) key.attachment());
    private final long callsMax;
    private long sent;
    private int reconnects;
    private long startNanos;
    private long endNanos;
    private long lastAnswerNanos;

    private LoadRun(LoadPlan plan) {
        this.plan = plan;
        this.callsMax = switch (plan.pace()) {
            case Pace.ClosedLoop _ -> CallTemplate.NUMBERS_MAX;
            case Pace.FixedRate rate -> Math.min(rate.callsIn(plan.duration()), CallTemplate.NUMBERS_MAX);
        };
    }

    /**
     * Runs a plan to its end.
     *
     * @throws IOException if the target cannot be reached, or hangs up more than {@link #RECONNECTS_MAX} times
     */
    public static LoadResult of(LoadPlan plan) throws IOException {
        return new LoadRun(plan).run();
    }

    private LoadResult run() throws IOException {
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < plan.connections(); i++) {
                connections.add(new Connection(plan.target(), selector));
            }
            idle.addAll(connections);
            startNanos = System.nanoTime();
            lastAnswerNanos = startNanos;
            endNanos = startNanos + plan.duration().toNanos();
            long lastNanos = endNanos + DRAIN_NANOS;
            while (System.nanoTime() < lastNanos && !isOver()) {
                sendDue();
                await(selector);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
        return result();
    }

    private LoadResult result() {
        for (Connection connection : connections) {
            if (connection.isBusy()) {
                tally.wrong(Verdict.UNANSWERED, "after " + DRAIN_NANOS / 1_000_000 + " ms");
            }
        }
        long unsent = plan.pace() instanceof Pace.FixedRate ? callsMax - sent : 0;
        return tally.result(unsent, lastAnswerNanos - startNanos);
    }

    private boolean isOver() {
        if (idle.size() < connections.size()) {
            return false;
        }
        return switch (plan.pace()) {
            case Pace.ClosedLoop _ -> System.nanoTime() >= endNanos;
            case Pace.FixedRate _ -> sent >= callsMax;
        };
    }

    private void sendDue() {
        switch (plan.pace()) {
            case Pace.ClosedLoop _ -> {
                while (!idle.isEmpty() && System.nanoTime() < endNanos) {
                    send(System.nanoTime());
                }
            }
            case Pace.FixedRate rate -> {
                while (!idle.isEmpty() && sent < callsMax && due(rate) <= System.nanoTime()) {
                    send(due(rate));
                }
            }
        }
    }

    private long due(Pace.FixedRate rate) {
        return startNanos + rate.dueNanos(sent);
    }

    /** Takes the connection that was idle longest, so that all of them stay in use. */
    private void send(long due) {
        Connection connection = idle.remove();
        try {
            connection.send(CallTemplate.FIRST_NUMBER + sent++, due);
        } catch (IOException e) {
            broken(connection, e);
        }
    }

    private void await(Selector selector) throws IOException {
        switch (plan.pace()) {
            case Pace.ClosedLoop _ -> selector.select(whenReady, SELECT_MILLIS);
            case Pace.FixedRate rate -> {
                if (selector.selectNow(whenReady) == 0 && (sent >= callsMax || due(rate) > System.nanoTime())) {
                    LockSupport.parkNanos(NAP_NANOS);
                }
            }
        }
    }

    private void ready(Connection connection) {
        try {
            if (connection.read()) {
                answered(connection);
            }
        } catch (IOException | MalformedMessage e) {
            broken(connection, e);
        }
    }

    private void answered(Connection connection) {
        long now = System.nanoTime();
        Verdict verdict = connection.judge();
        if (verdict == Verdict.RIGHT) {
            tally.right(now - connection.dueNanos());
        } else {
            tally.wrong(verdict, connection.sample());
        }
        lastAnswerNanos = now;
        connection.done();
        idle.add(connection);
    }

    private void broken(Connection connection, Exception why) {
        if (connection.isBusy()) {
            tally.wrong(Verdict.BROKEN, why.toString());
            idle.add(connection);
        }
        try {
            if (++reconnects > RECONNECTS_MAX) {
                throw new IOException(
                        "hung up " + reconnects + " times: " + plan.target().name(), why);
            }
            connection.reconnect();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
