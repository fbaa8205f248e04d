package dev.tollgate.control.move;

import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.TenantId;

/** What a move needs to know of gateways; implemented where their words are heard. */
public interface RegionGateways {
    /** Whether the region has live gateways, and each of them has this revision of the tenant or a later one. */
    boolean haveAll(Region region, TenantId tenant, long epoch, long revision);
}
