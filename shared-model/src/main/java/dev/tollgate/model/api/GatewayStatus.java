package dev.tollgate.model.api;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A gateway as it last reported.
 *
 * @param tenants how many tenants it serves; absent for a tenant, whom that does not concern
 * @param appliedRevision the revision of the asking tenant that it serves; absent for an operator or if it serves none
 * @param rejection why it refused a later revision; absent if it did not
 */
public record GatewayStatus(
        String id,
        String region,
        UUID boot,
        Instant startedAt,
        Instant lastSeenAt,
        boolean live,
        boolean ready,
        @Nullable Integer tenants,
        long snapshotAgeMillis,
        long spooledEvents,
        @Nullable Long appliedRevision,
        @Nullable Long rejectedRevision,
        @Nullable String rejection) {}
