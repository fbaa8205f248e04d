package dev.tollgate.gateway.config;

import dev.tollgate.gateway.person.PersonConnections;
import dev.tollgate.model.id.TenantId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Keeps the copies of people's connections on disk abreast, on its own thread. Of all changes of a tenant within a pause one
 * copy is written; what waits is bounded by the number of tenants.
 */
final class ConnectionsWriter implements AutoCloseable {
    /** How much a copy on disk may lack, so that hourly tokens of many people do not write without end. */
    static final long PAUSE_MILLIS = 2_000;

    private static final Logger LOG = Logger.getLogger(ConnectionsWriter.class);
    private static final long CLOSE_MILLIS_MAX = 5_000;

    private final Path directory;
    private final PersonConnections connections;
    private final Set<TenantId> waiting = new LinkedHashSet<>();
    private final Thread thread;
    private boolean closed;

    ConnectionsWriter(Path directory, PersonConnections connections) {
        this.directory = directory;
        this.connections = connections;
        this.thread =
                Thread.ofPlatform().name("tollgate-connections-writer").daemon().start(this::run);
    }

    synchronized void changed(TenantId tenant) {
        waiting.add(tenant);
        notifyAll();
    }

    private void run() {
        for (Set<TenantId> next = take(); !next.isEmpty(); next = take()) {
            for (TenantId tenant : next) {
                write(tenant);
            }
        }
    }

    private void write(TenantId tenant) {
        try {
            ConnectionsFile.write(directory, tenant, connections.records(tenant));
        } catch (IOException e) {
            LOG.warnf(e, "people's connections could not be kept on disk; a restart without Kafka would miss them");
        }
    }

    /** Empty when there will be no more. */
    private synchronized Set<TenantId> take() {
        try {
            while (waiting.isEmpty() && !closed) {
                wait();
            }
            long untilNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS);
            for (long left = PAUSE_MILLIS; left > 0 && !closed; left = millisUntil(untilNanos)) {
                wait(left);
            }
        } catch (InterruptedException e) {
            return Set.of();
        }
        Set<TenantId> taken = new LinkedHashSet<>(waiting);
        waiting.clear();
        return taken;
    }

    private static long millisUntil(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos - System.nanoTime());
    }

    /** Writes what waits, for a bounded time. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            thread.join(CLOSE_MILLIS_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
