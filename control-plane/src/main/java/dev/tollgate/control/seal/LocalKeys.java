package dev.tollgate.control.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import dev.tollgate.model.seal.SealKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Master keys that this process was given, from a file or its environment (AES-256-GCM). */
final class LocalKeys implements KeyEncryption {
    private final Map<String, Aead> keys = new HashMap<>();
    private final String current;
    private final Aead wrapping;

    /**
     * @param keys the first wraps, all unwrap
     */
    LocalKeys(List<SealKey> keys) {
        for (SealKey key : keys) {
            if (this.keys.put(key.id(), aead(key)) != null) {
                throw new IllegalStateException("two master keys are called " + key.id());
            }
        }
        this.current = keys.getFirst().id();
        this.wrapping = aead(keys.getFirst());
    }

    private static Aead aead(SealKey key) {
        try {
            return new AesGcmJce(key.secret());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    @Override
    public String current() {
        return current;
    }

    /** One byte tells how long the key's id is, the id follows, then what it encrypted. */
    @Override
    public byte[] wrap(byte[] dataKey) {
        byte[] id = current.getBytes(StandardCharsets.US_ASCII);
        try {
            byte[] encrypted = wrapping.encrypt(dataKey, id);
            return ByteBuffer.allocate(1 + id.length + encrypted.length)
                    .put((byte) id.length)
                    .put(id)
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform encrypts", e);
        }
    }

    @Override
    public byte[] unwrap(byte[] wrapped) throws GeneralSecurityException {
        ByteBuffer in = ByteBuffer.wrap(wrapped);
        if (!in.hasRemaining() || in.get(0) < 1 || in.get(0) >= wrapped.length) {
            throw new GeneralSecurityException("no master key has wrapped this");
        }
        byte[] id = new byte[in.get()];
        in.get(id);
        byte[] encrypted = new byte[in.remaining()];
        in.get(encrypted);
        Aead key = keys.get(new String(id, StandardCharsets.US_ASCII));
        if (key == null) {
            throw new GeneralSecurityException("the master key that wrapped this is not here");
        }
        return key.decrypt(encrypted, id);
    }
}
