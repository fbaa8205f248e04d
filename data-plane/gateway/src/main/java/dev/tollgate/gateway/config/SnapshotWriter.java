package dev.tollgate.gateway.config;

import dev.tollgate.model.config.ConfigHead;
import dev.tollgate.model.id.TenantId;
import java.io.IOException;
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
    private final Map<TenantId, Write> waiting = new LinkedHashMap<>();
    private final Thread thread;
    private boolean closed;

    private record Write(ConfigHead head, Map<String, StagedRecord> records) {}

    SnapshotWriter(Path directory) {
        this.directory = directory;
        this.thread =
                Thread.ofPlatform().name("tollgate-snapshot-writer").daemon().start(this::run);
    }

    /** What a tenant that left leaves behind is its last head, without which an older one could bring it back. */
    synchronized void write(ConfigHead head, Map<String, StagedRecord> records) {
        waiting.put(head.tenant(), new Write(head, records));
        notifyAll();
    }

    private void run() {
        for (Write next = take(); next != null; next = take()) {
            try {
                SnapshotFile.write(directory, next.head(), next.records());
            } catch (IOException e) {
                LOG.warnf(e, "a tenant's snapshot could not be kept on disk; a restart without Kafka would miss it");
            }
        }
    }

    private synchronized @Nullable Write take() {
        try {
            while (waiting.isEmpty() && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            return null;
        }
        Iterator<Write> writes = waiting.values().iterator();
        if (!writes.hasNext()) {
            return null;
        }
        Write next = writes.next();
        writes.remove();
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
