package dev.tollgate.local.part;

import dev.tollgate.local.region.Regions;
import dev.tollgate.model.id.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The key with which a region's gateways seal what agents carry back and forth: made at the region's first start and kept in
 * the stack's folder, for this user only.
 */
public final class RegionSeal {
    private static final int BYTES = 32;

    private RegionSeal() {}

    /** The file that the region's gateways read it from. */
    public static Path of(Region region, DataFolder data) throws IOException {
        var name = region.equals(Regions.DEFAULT) ? "gateway-seal.keys" : "gateway-seal-" + region + ".keys";
        Path file = data.root().resolve(name);
        // An empty one was left by a start that was ended in this moment.
        if (!Files.exists(file) || Files.size(file) == 0) {
            byte[] secret = new byte[BYTES];
            new SecureRandom().nextBytes(secret);
            DataFolder.writeSecret(file, region + "=" + Base64.getEncoder().encodeToString(secret) + "\n");
        }
        return file;
    }
}
