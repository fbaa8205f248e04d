package dev.tollgate.local.part;

import dev.tollgate.local.region.Regions;
import dev.tollgate.model.id.Region;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The key with which a region's gateways seal what agents carry back and forth, and the control plane what is for those
 * gateways alone: made at the region's first start and kept in
 * the stack's folder, for this user only.
 */
public final class RegionSeal {
    private RegionSeal() {}

    /** The file that they read it from. */
    public static Path of(Region region, DataFolder data) throws IOException {
        var name = region.equals(Regions.DEFAULT) ? "gateway-seal.keys" : "gateway-seal-" + region + ".keys";
        return SealKeyText.in(data.root().resolve(name), region.value());
    }
}
