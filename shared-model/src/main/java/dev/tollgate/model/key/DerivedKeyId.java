package dev.tollgate.model.key;

import dev.tollgate.model.id.KeyId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Ids of the form of a key's for callers that have none: the same for the same name, and of no key that was issued. */
public final class DerivedKeyId {
    private static final int HALF_DIGITS = 6;
    /** So many fit into six digits. */
    private static final int HALF_BITS = 35;

    private DerivedKeyId() {}

    public static KeyId of(String name) {
        try {
            ByteBuffer hash =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
            return new KeyId(half(hash.getLong()) + half(hash.getLong()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }

    private static String half(long bits) {
        return Base62.encode(bits >>> Long.SIZE - HALF_BITS, HALF_DIGITS);
    }
}
