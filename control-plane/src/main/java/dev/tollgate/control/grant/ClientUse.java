package dev.tollgate.control.grant;

import dev.tollgate.model.config.SubjectRef;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.TenantId;
import java.time.Instant;

/** That a gateway let a client in for someone. */
public record ClientUse(TenantId tenant, SubjectRef user, String client, Instant at, GatewayId gateway) {}
