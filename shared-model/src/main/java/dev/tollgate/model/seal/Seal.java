package dev.tollgate.model.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals bytes into text and opens it again (AES-256-GCM). Each text has a key of its own, derived from the region's by
 * HMAC-SHA-256 over 16 random bytes, so that no number of texts makes a nonce repeat. Safe from any thread.
 */
public final class Seal {
    /** Longer text is none of ours, unless whoever opens it knows better. */
    public static final int TEXT_CHARS_MAX = 16_384;

    private static final int SALT_BYTES = 16;
    private static final int TAG_BITS = 128;
    /** The derived key is used once, so its nonce may be constant. */
    private static final byte[] NONCE = new byte[12];

    private final Map<String, SealKey> keys = new LinkedHashMap<>();
    private final SealKey sealing;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param keys the first seals, all open; during a rotation there are several
     */
    public Seal(List<SealKey> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("there must be a key to seal with");
        }
        keys.forEach(key -> {
            if (this.keys.put(key.id(), key) != null) {
                throw new IllegalArgumentException("two seal keys are called " + key.id());
            }
        });
        this.sealing = keys.getFirst();
    }

    /** With the keys that are configured, or else one of this gateway's own. */
    public static Seal of(List<String> configured) {
        return new Seal(
                configured.isEmpty()
                        ? List.of(SealKey.random())
                        : configured.stream().map(SealKey::parse).toList());
    }

    /**
     * @param bound what must be known to open it: whose it is and what for
     * @return visible ASCII
     */
    public String seal(byte[] plain, String bound) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, sealing, salt, bound).doFinal(plain);
            byte[] whole = ByteBuffer.allocate(SALT_BYTES + sealed.length)
                    .put(salt)
                    .put(sealed)
                    .array();
            return sealing.id() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform seals", e);
        }
    }

    /** What the key that seals now is called. */
    public String currentKey() {
        return sealing.id();
    }

    /** Whether the key that seals now has sealed this text, which is told by the text's own word. */
    public boolean isCurrent(String text) {
        return text.startsWith(sealing.id() + ".");
    }

    /** What was sealed; null if it was not sealed here, for this, or was changed since. */
    public byte @Nullable [] open(String text, String bound) {
        return open(text, bound, TEXT_CHARS_MAX);
    }

    /**
     * The same for what may be longer.
     *
     * @param textCharsMax longer text is none of ours
     */
    public byte @Nullable [] open(String text, String bound, int textCharsMax) {
        int dot = text.length() > textCharsMax ? -1 : text.indexOf('.');
        SealKey key = dot < 0 ? null : keys.get(text.substring(0, dot));
        if (key == null) {
            return null;
        }
        try {
            byte[] whole = Base64.getUrlDecoder().decode(text.substring(dot + 1));
            if (whole.length < SALT_BYTES + TAG_BITS / 8) {
                return null;
            }
            byte[] salt = Arrays.copyOf(whole, SALT_BYTES);
            return cipher(Cipher.DECRYPT_MODE, key, salt, bound).doFinal(whole, SALT_BYTES, whole.length - SALT_BYTES);
        } catch (IllegalArgumentException | AEADBadTagException e) {
            return null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform opens what it sealed", e);
        }
    }

    private static Cipher cipher(int mode, SealKey key, byte[] salt, String bound) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.secret(), "HmacSHA256"));
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(mac.doFinal(salt), "AES"), new GCMParameterSpec(TAG_BITS, NONCE));
        cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
