package dev.tollgate.model.wire;

import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.Region;
import java.time.Instant;
import java.util.UUID;

/**
 * A gateway says that it lives; record key: the gateway's id.
 *
 * @param boot one start of the process
 * @param tenants how many tenants' snapshots it serves
 * @param snapshotAgeMillis time since it last knew itself to be abreast of the configuration topic
 * @param spooledEvents events written to its disk and not yet acknowledged by Kafka
 */
public record GatewayHeartbeat(
        GatewayId gateway,
        Region region,
        UUID boot,
        Instant startedAt,
        Instant at,
        boolean ready,
        int tenants,
        long snapshotAgeMillis,
        long spooledEvents) {}
