package dev.tollgate.control.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells how far ingest is behind the log: the log's ends are looked at from time to time, and it is noted when each look is reached. */
final class ProgressWatch {
    private static final Duration LOOK_INTERVAL = Duration.ofSeconds(1);
    private static final Duration WRITE_INTERVAL = Duration.ofSeconds(2);

    private final EventLog log;
    private final CallStore store;
    private final IngestMeter meter;
    private final GapWatch gaps;
    private @Nullable Look look;
    private Instant coveredUntil = Instant.EPOCH;
    private Instant lookedAt = Instant.EPOCH;
    private Instant writtenAt = Instant.EPOCH;

    private record Look(Instant at, Map<Integer, Long> ends) {}

    ProgressWatch(EventLog log, CallStore store, IngestMeter meter, GapWatch gaps) {
        this.log = log;
        this.store = store;
        this.meter = meter;
        this.gaps = gaps;
    }

    void observe(Instant now) {
        Map<Integer, Long> positions = log.positions();
        Look last = look;
        if (last != null && Positions.reached(positions, last.ends())) {
            coveredUntil = last.at();
            look = null;
        }
        if (now.isBefore(lookedAt.plus(LOOK_INTERVAL))) {
            return;
        }
        lookedAt = now;
        Map<Integer, Long> ends = log.ends();
        long lag = Positions.lag(positions, ends);
        if (lag == 0) {
            coveredUntil = now;
            look = null;
        } else if (look == null) {
            look = new Look(now, ends);
        }
        publish(now, lag);
        gaps.examine(now, positions, ends).forEach(gap -> meter.missing.addAndGet(gap.size()));
    }

    private void publish(Instant now, long lag) {
        meter.progress(new IngestMeter.Progress(coveredUntil, lag));
        if (!now.isBefore(writtenAt.plus(WRITE_INTERVAL))) {
            store.progress(coveredUntil, lag);
            writtenAt = now;
        }
    }
}
