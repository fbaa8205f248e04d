package dev.tollgate.gateway.event;

import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.Region;
import java.time.Instant;
import java.util.UUID;

/** Who this process is: with a sequence number, the identity of each event that it writes. */
public record GatewayBoot(GatewayId gateway, Region region, UUID boot, Instant startedAt) {}
