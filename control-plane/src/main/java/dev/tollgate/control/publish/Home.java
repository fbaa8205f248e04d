package dev.tollgate.control.publish;

import dev.tollgate.model.config.ConfigResource;
import dev.tollgate.model.config.TenantConfig;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.wire.Topics;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A region that a tenant's configuration is published to, and when it serves the tenant.
 *
 * @param servedFrom absent if it always has
 * @param servedUntil absent while no end is known
 */
record Home(
        Region region,
        @Nullable Instant servedFrom,
        @Nullable Instant servedUntil) {
    static Home only(Region region) {
        return new Home(region, null, null);
    }

    String topic() {
        return Topics.config(region);
    }

    /** The resource as this region knows it: each is told its own of the tenant's record. */
    ConfigResource own(ConfigResource resource) {
        return resource instanceof TenantConfig tenant ? tenant.at(region, servedFrom, servedUntil) : resource;
    }
}
