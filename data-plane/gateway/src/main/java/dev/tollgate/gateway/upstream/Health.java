package dev.tollgate.gateway.upstream;

import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How one upstream does: what went wrong last. A call that goes well touches nothing here. Safe from any thread. */
public final class Health {
    private final FailureCounts counts;
    private final InstantSource clock = InstantSource.system();
    private volatile @Nullable LastFailure last;

    public Health(FailureCounts counts) {
        this.counts = counts;
    }

    /** A call has failed. What the gateway refused for its own bounds is not to be told. */
    public void failed(UpstreamReply.Failure failure) {
        counts.count(failure.stage());
        last = new LastFailure(failure.stage(), failure.kind(), failure.message(), clock.instant());
    }

    public Optional<LastFailure> last() {
        return Optional.ofNullable(last);
    }
}
