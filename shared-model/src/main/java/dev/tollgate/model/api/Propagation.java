package dev.tollgate.model.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a revision of the tenant's configuration has come.
 *
 * @param gateways of the tenant's region, by id; one that fell silent within the last day too
 * @param appliedOn how many live gateways serve the revision or a later one
 * @param gatewayCount how many gateways are live
 * @param slowestMillis the greatest of the gateways' times that are known; absent if none is
 */
public record Propagation(
        long revision,
        Instant committedAt,
        List<Gateway> gateways,
        int appliedOn,
        int gatewayCount,
        @Nullable Long slowestMillis) {
    /**
     * @param live whether it was heard of within the last seconds
     * @param millis from the commit until it served the revision, by the two machines' clocks; absent if it does not, if it
     *     started later, or if that is not known any more
     * @param rejection why it refused the revision, or a later one instead of which it serves none
     */
    public record Gateway(
            String gateway,
            String region,
            boolean live,
            boolean applied,
            @Nullable Long millis,
            @Nullable String rejection) {}
}
