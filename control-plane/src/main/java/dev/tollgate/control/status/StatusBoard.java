package dev.tollgate.control.status;

import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.GatewayHeartbeat;
import dev.tollgate.model.wire.TenantApplied;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The newest word of each gateway. It is in memory only: the topic is compacted, so a control plane that starts reads it
 * again. A gateway that has been silent for a day is taken for gone, and what it applied with it.
 */
@Singleton
final class StatusBoard {
    /** Silence after which a gateway no longer counts as live: five heartbeats. */
    static final Duration LIVE_WITHIN = Duration.ofSeconds(10);

    static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    private final Map<GatewayId, GatewayHeartbeat> heartbeats = new ConcurrentHashMap<>();
    private final Map<TenantId, Map<GatewayId, TenantApplied>> applied = new ConcurrentHashMap<>();
    private final AppliedTimes times = new AppliedTimes();
    private volatile Instant rejectedAt = Instant.EPOCH;

    /** When a gateway was last heard to reject a revision. */
    Instant rejectedAt() {
        return rejectedAt;
    }

    void heard(GatewayHeartbeat heartbeat) {
        heartbeats.put(heartbeat.gateway(), heartbeat);
    }

    void heard(TenantApplied word) {
        if (word.rejection() != null) {
            rejectedAt = Instant.now();
        }
        applied.computeIfAbsent(word.tenant(), _ -> new ConcurrentHashMap<>()).put(word.gateway(), word);
        times.heard(word);
    }

    /** The gateways that are forgotten by that. */
    Set<GatewayId> forgetSilent(Instant now) {
        Instant last = now.minus(FORGOTTEN_AFTER);
        // Only what is known to be silent goes: a word may well be read before its gateway's heartbeat.
        Set<GatewayId> silent = heartbeats.values().stream()
                .filter(heartbeat -> heartbeat.at().isBefore(last))
                .map(GatewayHeartbeat::gateway)
                .collect(Collectors.toSet());
        heartbeats.keySet().removeAll(silent);
        applied.values().forEach(words -> words.keySet().removeAll(silent));
        applied.values().removeIf(Map::isEmpty);
        return silent;
    }

    /** The gateways in the order of their ids. */
    List<GatewayHeartbeat> gateways() {
        return heartbeats.values().stream()
                .sorted(Comparator.comparing(heartbeat -> heartbeat.gateway().value()))
                .toList();
    }

    Optional<TenantApplied> applied(TenantId tenant, GatewayId gateway) {
        return Optional.ofNullable(applied.getOrDefault(tenant, Map.of()).get(gateway));
    }

    /** When the gateway first served a revision, if that was heard of and is not too long ago. */
    Optional<Instant> appliedAt(TenantId tenant, GatewayId gateway, long epoch, long revision) {
        return times.of(tenant, gateway, epoch, revision);
    }

    static boolean isLive(GatewayHeartbeat heartbeat, Instant now) {
        return heartbeat.at().isAfter(now.minus(LIVE_WITHIN));
    }
}
