package dev.tollgate.control.ingest;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What ingest counts, for whoever shows it. */
final class IngestMeter {
    final AtomicLong inserted = new AtomicLong();
    final AtomicLong replaysDropped = new AtomicLong();
    final AtomicLong rejected = new AtomicLong();
    /** Sequence numbers found missing. */
    final AtomicLong missing = new AtomicLong();
    /** Records that the log gave up before they were read. */
    final AtomicLong expired = new AtomicLong();

    final AtomicLong daysRebuilt = new AtomicLong();
    final AtomicLong sessionsFailed = new AtomicLong();
    private volatile @Nullable Progress progress;

    /**
     * @param coveredUntil all that was in the log then is stored
     */
    record Progress(Instant coveredUntil, long lagRecords) {}

    /** Absent while this process is not the one that ingests. */
    @Nullable
    Progress progress() {
        return progress;
    }

    void progress(@Nullable Progress now) {
        progress = now;
    }
}
