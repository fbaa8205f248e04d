package dev.tollgate.control.status;

import dev.tollgate.control.identity.TenantContext;
import dev.tollgate.control.publish.Revisions;
import dev.tollgate.control.publish.Revisions.Committed;
import dev.tollgate.control.tenant.TenantRegion;
import dev.tollgate.model.api.Propagation;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.GatewayHeartbeat;
import dev.tollgate.model.wire.TenantApplied;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers how far a revision has come, from what gateways said last. */
@ApplicationScoped
class Propagations {
    private final StatusBoard board;
    private final Revisions revisions;
    private final TenantContext tenant;
    private final TenantRegion regions;

    Propagations(StatusBoard board, Revisions revisions, TenantContext tenant, TenantRegion regions) {
        this.board = board;
        this.revisions = revisions;
        this.tenant = tenant;
        this.regions = regions;
    }

    Optional<Propagation> of(long revision, Instant now) {
        String region = regions.of(tenant.id());
        return revisions.find(revision).map(committed -> propagation(committed, region, now));
    }

    private Propagation propagation(Committed committed, String region, Instant now) {
        List<Propagation.Gateway> gateways = board.gateways().stream()
                .filter(heartbeat -> heartbeat.region().value().equals(region))
                .map(heartbeat -> gateway(heartbeat, committed, now))
                .toList();
        List<Propagation.Gateway> live =
                gateways.stream().filter(Propagation.Gateway::live).toList();
        @Nullable
        Long slowest = gateways.stream()
                .map(Propagation.Gateway::millis)
                .filter(Objects::nonNull)
                .max(Long::compare)
                .orElse(null);
        int applied = (int) live.stream().filter(Propagation.Gateway::applied).count();
        return new Propagation(committed.revision(), committed.at(), gateways, applied, live.size(), slowest);
    }

    private Propagation.Gateway gateway(GatewayHeartbeat heartbeat, Committed committed, Instant now) {
        TenantId id = tenant.id();
        @Nullable TenantApplied word = board.applied(id, heartbeat.gateway()).orElse(null);
        boolean applied = word != null && serves(word, committed);
        return new Propagation.Gateway(
                heartbeat.gateway().value(),
                heartbeat.region().value(),
                StatusBoard.isLive(heartbeat, now),
                applied,
                applied ? millis(id, heartbeat, committed) : null,
                applied || word == null ? null : rejection(word, committed));
    }

    private static boolean serves(TenantApplied word, Committed committed) {
        long epoch = word.epoch() == null ? 0 : word.epoch();
        return epoch != committed.epoch() ? epoch > committed.epoch() : word.revision() >= committed.revision();
    }

    /** A gateway that started later took the revision with all others, which says nothing of how fast it travelled. */
    private @Nullable Long millis(TenantId id, GatewayHeartbeat heartbeat, Committed committed) {
        if (heartbeat.startedAt().isAfter(committed.at())) {
            return null;
        }
        return board.appliedAt(id, heartbeat.gateway(), committed.epoch(), committed.revision())
                .map(at -> Math.max(0, Duration.between(committed.at(), at).toMillis()))
                .orElse(null);
    }

    private static @Nullable String rejection(TenantApplied word, Committed committed) {
        Long rejected = word.rejectedRevision();
        return rejected != null && rejected >= committed.revision() ? word.rejection() : null;
    }
}
