package dev.tollgate.gateway.meter;

import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import org.jspecify.annotations.Nullable;

/** Counts attempts for the operator. Called on event loops, so it must not block. */
public interface CallMetrics {
    /**
     * @param gatewayNanos time within Tollgate, without the upstream's
     * @param recorded whether its event was recorded
     */
    void attempt(CallStatus status, @Nullable RefusalReason reason, long gatewayNanos, boolean recorded);

    /** The refusal of a presented key was counted, to be recorded together with others. */
    void summarised();
}
