package dev.tollgate.gateway.config;

import dev.tollgate.model.config.ConfigHead;
import dev.tollgate.model.id.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the copies on disk abreast, on its own thread and behind the hot path. Of several revisions of a tenant that wait,
 * the last is written; what waits is bounded by the number of tenants.
 */
final class SnapshotWriter implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SnapshotWriter.class);
    private static final long CLOSE_MILLIS_MAX = 5_000;

    private final Path directory;
    private final Map<TenantId, Task> waiting = new LinkedHashMap<>();
    private final Thread thread;
    private boolean closed;

    private sealed interface Task {
        record Write(ConfigHead head, Map<String, StagedRecord> records) implements Task {}

        record Delete(TenantId tenant) implements Task {}
    }

    SnapshotWriter(Path directory) {
        this.directory = directory;
        this.thread =
                Thread.ofPlatform().name("tollgate-snapshot-writer").daemon().start(this::run);
    }

    void write(ConfigHead head, Map<String, StagedRecord> records) {
        put(head.tenant(), new Task.Write(head, records));
    }

    void delete(TenantId tenant) {
        put(tenant, new Task.Delete(tenant));
    }

    private synchronized void put(TenantId tenant, Task task) {
        waiting.put(tenant, task);
        notifyAll();
    }

    private void run() {
        for (Task task = take(); task != null; task = take()) {
            try {
                switch (task) {
                    case Task.Write write -> SnapshotFile.write(directory, write.head(), write.records());
                    case Task.Delete delete -> Files.deleteIfExists(SnapshotFile.path(directory, delete.tenant()));
                }
            } catch (IOException e) {
                LOG.warnf(e, "a tenant's snapshot could not be kept on disk; a restart without Kafka would miss it");
            }
        }
    }

    private synchronized @Nullable Task take() {
        try {
            while (waiting.isEmpty() && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            return null;
        }
        Iterator<Task> tasks = waiting.values().iterator();
        if (!tasks.hasNext()) {
            return null;
        }
        Task next = tasks.next();
        tasks.remove();
        return next;
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
