package dev.tollgate.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** A file with one random key in the form that both planes read, for this user only. */
final class SealKeyText {
    private static final int BYTES = 32;

    private SealKeyText() {}

    /** The file, with a key made now if there is none in it. */
    static Path in(Path file, String id) throws IOException {
        // An empty one was left by a start that was ended in this moment.
        if (!Files.exists(file) || Files.size(file) == 0) {
            byte[] secret = new byte[BYTES];
            new SecureRandom().nextBytes(secret);
            DataFolder.writeSecret(file, id + "=" + Base64.getEncoder().encodeToString(secret) + "\n");
        }
        return file;
    }
}
