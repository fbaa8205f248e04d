package dev.tollgate.local.fetch;

import dev.tollgate.local.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What a fetched file must be, in the form of Subresource Integrity that npm uses: {@code sha512-<base64>}.
 *
 * @param value the whole of it
 */
public record Integrity(String value) {
    private static final String PREFIX = "sha512-";

    public Integrity {
        if (!value.startsWith(PREFIX) || Base64.getDecoder().decode(value.substring(PREFIX.length())).length != 64) {
            throw new IllegalArgumentException("not a sha512 integrity: " + value);
        }
    }

    /** Fails with a sentence that names the file where it is another one. */
    public void check(Path file) throws IOException {
        var found = of(file);
        if (!equals(found)) {
            throw new StackFailure(
                    "%s is not the file that was expected: its integrity is %s, not %s. Nothing of it was used."
                            .formatted(file.getFileName(), found.value, value));
        }
    }

    /** What {@code file} is. */
    public static Integrity of(Path file) throws IOException {
        var sha512 = sha512();
        try (var in = new DigestInputStream(Files.newInputStream(file), sha512)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return new Integrity(PREFIX + Base64.getEncoder().encodeToString(sha512.digest()));
    }

    private static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-512", e);
        }
    }
}
