package dev.tollgate.control.publish;

import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.TenantId;
import java.util.List;

/**
 * Where a tenant's published configuration stands.
 *
 * @param homes the regions that have it, the tenant's own first
 */
record Head(TenantId tenant, long revision, long epoch, List<Home> homes) {
    Head {
        homes = List.copyOf(homes);
    }

    boolean isIn(Region region) {
        return homes.stream().anyMatch(home -> home.region().equals(region));
    }
}
