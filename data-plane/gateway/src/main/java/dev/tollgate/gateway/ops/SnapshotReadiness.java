package dev.tollgate.gateway.ops;

import dev.tollgate.gateway.config.Freshness;
import dev.tollgate.gateway.config.Snapshots;
import dev.tollgate.gateway.edge.Drain;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the gateway knows whom it serves: a snapshot is loaded, from disk or from the topic, or the whole topic was
 * read and nobody is in the region yet. An unreachable Kafka does not take readiness away again; the gateway's leaving does.
 */
@Readiness
class SnapshotReadiness implements HealthCheck {
    private final Snapshots snapshots;
    private final Freshness freshness;
    private final Drain drain;

    SnapshotReadiness(Snapshots snapshots, Freshness freshness, Drain drain) {
        this.drain = drain;
        this.snapshots = snapshots;
        this.freshness = freshness;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("configuration")
                .status(!drain.isLeaving() && (snapshots.size() > 0 || freshness.regionRead()))
                .withData("tenants", snapshots.size())
                .withData("snapshotAgeMillis", freshness.ageMillis())
                .build();
    }
}
