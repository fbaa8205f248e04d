package dev.tollgate.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The key with which the gateways seal what agents carry back and forth: made at the first start of a stack and kept in its
 * folder, for this user only.
 */
public final class RegionSeal {
    private static final String FILE = "gateway-seal.keys";
    private static final int BYTES = 32;

    private RegionSeal() {}

    /** The file that gateways read it from. */
    public static Path in(DataFolder data) throws IOException {
        Path file = data.root().resolve(FILE);
        // An empty one was left by a start that was ended in this moment.
        if (!Files.exists(file) || Files.size(file) == 0) {
            byte[] secret = new byte[BYTES];
            new SecureRandom().nextBytes(secret);
            DataFolder.writeSecret(file, "local=" + Base64.getEncoder().encodeToString(secret) + "\n");
        }
        return file;
    }
}
