package dev.tollgate.gateway.policy;

import dev.tollgate.gateway.config.Freshness;
import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.model.config.TenantConfig;
import dev.tollgate.model.event.RefusalReason;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether this gateway may serve a tenant now: its configuration is no older than the tenant allows, and its region is the tenant's. */
public final class Serving {
    private static final long RETRY_MILLIS = 5_000;

    private final Freshness freshness;

    public Serving(Freshness freshness) {
        this.freshness = freshness;
    }

    /**
     * @param words for the agent
     * @param retryAfterMillis when another attempt makes sense
     */
    public record NotServed(RefusalReason reason, String words, long retryAfterMillis) {}

    /** Why the tenant is not served; null if it is. */
    public @Nullable NotServed refusal(TenantSnapshot snapshot, Instant now) {
        TenantConfig tenant = snapshot.config();
        if (tenant == null) {
            return null;
        }
        if (!tenant.isServedAt(now)) {
            return elsewhere(tenant, now);
        }
        Integer maxSeconds = tenant.snapshotStalenessMaxSeconds();
        return maxSeconds != null && freshness.ageMillis() > maxSeconds * 1_000L ? stale(maxSeconds) : null;
    }

    private static NotServed elsewhere(TenantConfig tenant, Instant now) {
        Instant from = tenant.servedFrom();
        if (from != null && now.isBefore(from)) {
            return new NotServed(
                    RefusalReason.OTHER_REGION,
                    "This organization is moving to this region, which does not serve it yet. Try again in a moment.",
                    Duration.between(now, from).toMillis() + 1);
        }
        return new NotServed(
                RefusalReason.OTHER_REGION,
                "This organization is served by another region now: use that region's gateway. Your administrator knows"
                        + " its address.",
                RETRY_MILLIS);
    }

    private static NotServed stale(int maxSeconds) {
        return new NotServed(
                RefusalReason.SNAPSHOT_STALE,
                "This gateway has had no news of your organization's configuration for more than the " + maxSeconds
                        + " s that it allows, and refuses rather than decide by what may be out of date. Try again"
                        + " later.",
                RETRY_MILLIS);
    }
}
