package dev.tollgate.gateway.upstream;

import java.util.concurrent.atomic.AtomicLongArray;

/** How many calls failed at the upstreams of one kind, by how far they came. Safe from any thread. */
public final class FailureCounts {
    private final AtomicLongArray byStage = new AtomicLongArray(UpstreamReply.Stage.values().length);

    void count(UpstreamReply.Stage stage) {
        byStage.incrementAndGet(stage.ordinal());
    }

    public long of(UpstreamReply.Stage stage) {
        return byStage.get(stage.ordinal());
    }
}
