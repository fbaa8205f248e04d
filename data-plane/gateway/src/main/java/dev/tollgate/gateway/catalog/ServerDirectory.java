package dev.tollgate.gateway.catalog;

import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import java.util.Optional;

/** What the gateway's snapshots say of upstream servers. Safe from any thread. */
public interface ServerDirectory {
    /** The tenant's configuration revision that is served now; 0 if the tenant is not known here. */
    long revision(TenantId tenant);

    /** The server as configured now, enabled or not. */
    Optional<ServerConfig> server(TenantId tenant, ServerId server);
}
