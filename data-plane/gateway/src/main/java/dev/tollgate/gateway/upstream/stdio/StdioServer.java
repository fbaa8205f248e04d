package dev.tollgate.gateway.upstream.stdio;

import dev.tollgate.gateway.upstream.UpstreamIdentity;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.gateway.upstream.UpstreamReply.Kind;
import dev.tollgate.model.config.ServerConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One configured server: at most one process at a time, started by the first call, started again after it ended (later
 * and later while it fails), stopped when idle. Calls that come while it starts wait for it. Every method may be called
 * on any thread and none blocks.
 */
final class StdioServer {
    private static final Logger LOG = Logger.getLogger(StdioServer.class);
    private static final long BACKOFF_MILLIS_MIN = 500;
    private static final long BACKOFF_MILLIS_MAX = 30_000;
    private static final int BACKOFF_DOUBLINGS_MAX = 6;

    private final ServerConfig config;
    private final String name;
    private final List<String> argv;
    private final StdioHost host;
    private final Runnable toolsChanged;
    private final List<StdioCall> waiting = new ArrayList<>();
    private final Map<Long, StdioCall> running = new HashMap<>();
    private @Nullable StdioSession session;
    private boolean closed;
    private int failures;
    private long retryAtNanos;
    private long lastUsedNanos;

    StdioServer(ServerConfig config, List<String> argv, StdioHost host, Runnable toolsChanged) {
        this.config = config;
        this.name = config.name().value();
        this.argv = argv;
        this.host = host;
        this.toolsChanged = toolsChanged;
        this.lastUsedNanos = host.nanoTime();
        this.retryAtNanos = lastUsedNanos;
    }

    boolean runs(ServerConfig wanted, List<String> command) {
        return argv.equals(command) && name.equals(wanted.name().value());
    }

    ServerConfig config() {
        return config;
    }

    synchronized Optional<UpstreamIdentity> identity() {
        return session == null ? Optional.empty() : session.identity();
    }

    /** Takes a call on, or ends it at once with the reason why it cannot. */
    void submit(StdioCall call) {
        @Nullable UpstreamReply refusal = accept(call);
        if (refusal != null) {
            call.end(refusal);
        }
    }

    private synchronized @Nullable UpstreamReply accept(StdioCall call) {
        lastUsedNanos = host.nanoTime();
        long waitMillis = Duration.ofNanos(retryAtNanos - lastUsedNanos).toMillis();
        if (closed) {
            return failure(Kind.UNAVAILABLE, "is being reconfigured; try again", 0);
        }
        if (waiting.size() + running.size() >= host.bounds().callsMax()) {
            return failure(Kind.OVERLOADED, "has as many calls under way as it may", 1_000);
        }
        if (session == null && waitMillis > 0) {
            return failure(Kind.UNAVAILABLE, "failed to start and is tried again later", waitMillis);
        }
        if (session == null) {
            if (!host.takePlace()) {
                return failure(Kind.UNAVAILABLE, "cannot be started: the gateway runs as many processes as it may", 0);
            }
            StdioSession starting = new StdioSession(this, host);
            session = starting;
            Thread.ofVirtual().start(() -> start(starting));
        }
        return session.isReady() ? forward(session, call) : await(call);
    }

    private @Nullable UpstreamReply await(StdioCall call) {
        waiting.add(call);
        return null;
    }

    private @Nullable UpstreamReply forward(StdioSession to, StdioCall call) {
        running.put(call.id(), call);
        if (to.send(call.request())) {
            return null;
        }
        running.remove(call.id());
        return failure(Kind.OVERLOADED, "does not read what is sent to it", 1_000);
    }

    private void start(StdioSession starting) {
        try {
            starting.start(StdioProcess.start(
                    host.spawner(), name, argv, starting, host.bounds().messageBytesMax()));
            host.later(host.bounds().startMax(), starting::giveUpStarting);
        } catch (IOException e) {
            LOG.warnf("stdio server cannot be started: server=%s", name);
            LOG.debug("stdio server cannot be started", e);
            starting.ended("its program cannot be started");
        }
    }

    /** The process has answered {@code initialize}. */
    synchronized void ready(StdioSession by) {
        if (by != session) {
            return;
        }
        failures = 0;
        List<StdioCall> begun = List.copyOf(waiting);
        waiting.clear();
        for (StdioCall call : begun) {
            @Nullable UpstreamReply refusal = forward(by, call);
            if (refusal != null) {
                call.end(refusal);
            }
        }
    }

    /** The process is gone: what it was asked is lost, what waited for it was never sent. */
    void ended(StdioSession by, String why) {
        List<StdioCall> sent;
        List<StdioCall> unsent;
        synchronized (this) {
            if (by != session) {
                return;
            }
            session = null;
            sent = List.copyOf(running.values());
            unsent = List.copyOf(waiting);
            running.clear();
            waiting.clear();
            backOff();
        }
        host.leavePlace();
        sent.forEach(call -> call.end(failure(Kind.BROKEN, "broke off: " + why, 0)));
        unsent.forEach(call -> call.end(failure(Kind.UNREACHABLE, "did not start: " + why, 0)));
    }

    private void backOff() {
        long millis = BACKOFF_MILLIS_MIN << Math.min(failures, BACKOFF_DOUBLINGS_MAX);
        failures++;
        retryAtNanos = host.nanoTime()
                + Duration.ofMillis(Math.min(millis, BACKOFF_MILLIS_MAX)).toNanos();
    }

    @Nullable
    StdioCall answered(long id) {
        synchronized (this) {
            return running.remove(id);
        }
    }

    synchronized @Nullable StdioCall find(long id) {
        return running.get(id);
    }

    void toolsChanged() {
        toolsChanged.run();
    }

    /** The caller gave up: the process is told, and its answer, should it come, is nobody's. */
    void forget(StdioCall call) {
        @Nullable StdioSession told;
        synchronized (this) {
            waiting.remove(call);
            told = running.remove(call.id()) == null ? null : session;
        }
        if (told != null) {
            told.send(StdioMessages.cancelled(call.id()));
        }
    }

    void timedOut(StdioCall call) {
        if (call.end(failure(Kind.TIMEOUT, "did not answer in time", 0))) {
            forget(call);
        }
    }

    /** Whether nothing has been asked of it for so long that its process was stopped. */
    boolean stopIfIdle() {
        @Nullable StdioSession idle;
        synchronized (this) {
            long idleNanos = host.nanoTime() - lastUsedNanos;
            if (!running.isEmpty()
                    || !waiting.isEmpty()
                    || idleNanos < host.bounds().idleMax().toNanos()) {
                return false;
            }
            closed = true;
            idle = session;
        }
        if (idle != null) {
            idle.end("it was idle");
        }
        return true;
    }

    void close() {
        @Nullable StdioSession last;
        synchronized (this) {
            closed = true;
            last = session;
        }
        if (last != null) {
            last.end("it was stopped");
        }
    }

    private UpstreamReply.Failure failure(Kind kind, String what, long retryAfterMillis) {
        return new UpstreamReply.Failure(kind, "The server " + name + " " + what + ".", retryAfterMillis);
    }
}
