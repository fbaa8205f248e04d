package dev.tollgate.control.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** Keys to seal with, made for one run: the master key, and one for each region that tests have. */
public final class SealKeys {
    private SealKeys() {}

    static Map<String, String> fresh() {
        return Map.of(
                "tollgate.master.keys",
                random("master"),
                "tollgate.seal.region-keys-files",
                "local=" + file("local") + ",elsewhere=" + file("elsewhere"));
    }

    /** As it stands in a file of keys. */
    public static String random(String id) {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return id + "=" + Base64.getEncoder().encodeToString(secret);
    }

    private static Path file(String region) {
        try {
            Path file = Files.createTempFile("seal-" + region, ".keys");
            file.toFile().deleteOnExit();
            return Files.writeString(file, random(region) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
