package dev.tollgate.control.status;

import dev.tollgate.control.move.RegionGateways;
import dev.tollgate.control.publish.Rejections;
import dev.tollgate.model.api.GatewayStatus;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.GatewayHeartbeat;
import dev.tollgate.model.wire.TenantApplied;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Answers how the gateways stand, to the operator whole and to a tenant as far as it concerns the tenant. */
@ApplicationScoped
class GatewayStatuses implements RegionGateways, Rejections {
    private final StatusBoard board;
    private final StatusConsumer consumer;

    GatewayStatuses(
            StatusBoard board,
            UpstreamBoard upstreams,
            @ConfigProperty(name = "tollgate.kafka.bootstrap-servers") String bootstrapServers) {
        this.board = board;
        this.consumer = new StatusConsumer(bootstrapServers, board, upstreams);
    }

    void start(@Observes StartupEvent event) {
        consumer.start();
    }

    void stop(@Observes ShutdownEvent event) {
        consumer.close();
    }

    List<GatewayStatus> all() {
        return statuses(_ -> true, Optional.empty());
    }

    List<GatewayStatus> inRegion(String region, TenantId tenant) {
        return statuses(heartbeat -> heartbeat.region().value().equals(region), Optional.of(tenant));
    }

    @Override
    public boolean haveAll(Region region, TenantId tenant, long epoch, long revision) {
        Instant now = Instant.now();
        List<GatewayHeartbeat> live = board.gateways().stream()
                .filter(heartbeat -> heartbeat.region().equals(region) && StatusBoard.isLive(heartbeat, now))
                .toList();
        return !live.isEmpty()
                && live.stream()
                        .allMatch(heartbeat -> board.applied(tenant, heartbeat.gateway())
                                .filter(word -> word.boot().equals(heartbeat.boot())
                                        && (word.epoch() == null ? 0 : word.epoch()) == epoch
                                        && word.revision() >= revision)
                                .isPresent());
    }

    @Override
    public boolean heardAfter(Instant time) {
        return board.rejectedAt().isAfter(time);
    }

    private List<GatewayStatus> statuses(Predicate<GatewayHeartbeat> wanted, Optional<TenantId> tenant) {
        Instant now = Instant.now();
        return board.gateways().stream()
                .filter(wanted)
                .map(heartbeat -> status(heartbeat, tenant, now))
                .toList();
    }

    private GatewayStatus status(GatewayHeartbeat heartbeat, Optional<TenantId> tenant, Instant now) {
        @Nullable
        TenantApplied applied =
                tenant.flatMap(id -> board.applied(id, heartbeat.gateway())).orElse(null);
        return new GatewayStatus(
                heartbeat.gateway().value(),
                heartbeat.region().value(),
                heartbeat.boot(),
                heartbeat.startedAt(),
                heartbeat.at(),
                StatusBoard.isLive(heartbeat, now),
                heartbeat.ready(),
                tenant.isPresent() ? null : heartbeat.tenants(),
                heartbeat.snapshotAgeMillis(),
                heartbeat.spooledEvents(),
                applied == null ? null : applied.revision(),
                applied == null ? null : applied.rejectedRevision(),
                applied == null ? null : applied.rejection());
    }
}
