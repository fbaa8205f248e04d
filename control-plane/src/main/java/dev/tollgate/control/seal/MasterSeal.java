package dev.tollgate.control.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.KmsEnvelopeAead;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Seals secrets as the control plane keeps them: Tink's envelope encryption, a data key of its own for each secret, wrapped
 * under the master key, and what it is bound to as associated data.
 */
public final class MasterSeal {
    private final KeyEncryption keys;
    private final Aead envelope;

    MasterSeal(KeyEncryption keys) {
        this.keys = keys;
        try {
            AeadConfig.register();
            this.envelope = KmsEnvelopeAead.create(PredefinedAeadParameters.AES256_GCM, new Wrapping(keys));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** What the key that seals now is called. */
    public String currentKey() {
        return keys.current();
    }

    /**
     * @param bound what must be known to open it: whose it is, what for, and which version
     * @throws MasterKeyAway if whoever holds the master key does not answer
     */
    public byte[] seal(byte[] plain, String bound) {
        try {
            return envelope.encrypt(plain, bound.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform encrypts", e);
        }
    }

    /**
     * @throws IllegalStateException if it was sealed for something else, changed since, or by a key that is not here
     * @throws MasterKeyAway if whoever holds the master key does not answer
     */
    public byte[] open(byte[] sealed, String bound) {
        try {
            return envelope.decrypt(sealed, bound.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored secret cannot be opened: " + bound, e);
        }
    }

    /** The port as Tink's envelope knows it; the envelope binds nothing to the data key itself. */
    private record Wrapping(KeyEncryption keys) implements Aead {
        @Override
        public byte[] encrypt(byte[] plaintext, byte[] associatedData) {
            return keys.wrap(plaintext);
        }

        @Override
        public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
            return keys.unwrap(ciphertext);
        }
    }
}
