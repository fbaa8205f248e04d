package dev.tollgate.gateway.event;

import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.price.TierAccounts;
import dev.tollgate.model.quota.Charge;
import dev.tollgate.model.quota.lease.LimitShare;
import dev.tollgate.model.token.ParentUsage;
import dev.tollgate.model.token.TokenUse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A {@link dev.tollgate.model.event.ToolCallEvent} before it is recorded: without the gateway, its boot and region, and the
 * sequence number. Text is cut to {@value #TEXT_CHARS_MAX} characters when it is recorded, because some of it is
 * an agent's and no length of it may make a call unrecordable.
 */
public record EventDraft(
        UUID callId,
        Instant startedAt,
        TenantId tenant,
        Holder holder,
        @Nullable String agentName,
        @Nullable String agentVersion,
        @Nullable String protocolVersion,
        String method,
        @Nullable String traceId,
        @Nullable String parentRequest,
        @Nullable ServerId server,
        @Nullable String serverName,
        @Nullable String toolName,
        @Nullable String definitionHash,
        long requestBytes,
        long responseBytes,
        Cost cost,
        long gatewayMicros,
        long upstreamMicros,
        CallStatus status,
        @Nullable RefusalReason reason,
        long snapshotRevision,
        long attempts,
        List<Charge> charges,
        @Nullable TokenUse tokens,
        @Nullable ParentUsage parentUsage,
        @Nullable UUID parentCall) {
    public static final int TEXT_CHARS_MAX = 512;

    /** How many limits hold for one call at the most. */
    public static final int LIMITS_MAX = 50;

    /** What one call can have taken of leases: one of each of its limits, one of a tier that counts calls, and all that are held of other tiers. */
    public static final int CHARGES_MAX = LIMITS_MAX + 1 + TierAccounts.TIERS_MAX * LimitShare.LEASES_MAX;

    public EventDraft {
        charges = List.copyOf(charges);
        if (charges.size() > CHARGES_MAX) {
            throw new IllegalArgumentException("a call is charged to " + CHARGES_MAX + " leases at the most");
        }
        if ((status == CallStatus.REFUSED) != (reason != null)) {
            throw new IllegalArgumentException("a reason stands exactly on a refused call, not on " + status);
        }
        if (attempts < 1) {
            throw new IllegalArgumentException("an event stands for an attempt at least, not for " + attempts);
        }
    }
}
