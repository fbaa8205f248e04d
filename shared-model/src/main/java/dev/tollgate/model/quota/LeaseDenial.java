package dev.tollgate.model.quota;

import java.time.Instant;

/**
 * Too little is left for what was asked.
 *
 * @param left what is neither spent nor held by anyone
 * @param recalled what gateways hold that were just asked to return it; some of it may be left soon
 * @param resetsAt when something of what is spent now begins to be free again
 * @param retryAt from when on it makes sense to ask again
 */
public record LeaseDenial(LeaseId lease, long left, long recalled, Instant resetsAt, Instant retryAt)
        implements QuotaAnswer {}
