package dev.tollgate.gateway.upstream;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * How one upstream does in the calls of this gateway. An answer that follows an answer writes nothing here: a mark says
 * that there was one, and becomes a time when somebody reads. Safe from any thread.
 */
public final class Health {
    /** Why an upstream is not called for a while. */
    public interface Pause {
        /** Until when; absent if it is called. */
        @Nullable
        Duration left();
    }

    private final FailureCounts counts;
    private final InstantSource clock;
    private volatile boolean answered;
    private volatile int failuresInARow;
    private @Nullable Instant lastSuccessAt;
    private @Nullable LastFailure lastFailure;
    private volatile @Nullable Pause pause;

    Health(FailureCounts counts, InstantSource clock) {
        this.counts = counts;
        this.clock = clock;
    }

    /** The upstream has answered a call, with whatever. */
    public void answered() {
        if (!answered) {
            answered = true;
        }
        if (failuresInARow != 0) {
            recovered();
        }
    }

    private synchronized void recovered() {
        failuresInARow = 0;
    }

    /** A call has failed. What the gateway refused for its own bounds is not to be told. */
    public void failed(UpstreamReply.Failure failure) {
        counts.count(failure.stage());
        failedAt(failure.stage(), failure.kind(), failure.httpStatus());
    }

    /** It has answered, but only that it cannot: a service's own status of 500 or more. */
    public void failing(int httpStatus) {
        failedAt(UpstreamReply.Stage.CALL, UpstreamReply.Kind.BROKEN, httpStatus);
    }

    private synchronized void failedAt(UpstreamReply.Stage stage, UpstreamReply.Kind kind, int httpStatus) {
        Instant now = clock.instant();
        noteAnswers(now);
        int before = failuresInARow;
        failuresInARow = before + 1;
        lastFailure = new LastFailure(stage, kind, httpStatus, now);
    }

    /** An answer that came before a failure was before it. */
    private void noteAnswers(Instant now) {
        if (answered) {
            answered = false;
            lastSuccessAt = now;
        }
    }

    /** What holds its calls back from now on, if anything does. */
    public void pausedBy(Pause by) {
        pause = by;
    }

    public HealthReading read() {
        Pause by = pause;
        return read(by == null ? null : by.left());
    }

    private synchronized HealthReading read(@Nullable Duration left) {
        Instant now = clock.instant();
        noteAnswers(now);
        return new HealthReading(now, lastSuccessAt, lastFailure, failuresInARow, left == null ? null : now.plus(left));
    }
}
