package dev.tollgate.control.testing;

import dev.tollgate.model.wire.SigningKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.ConfigProvider;

/** The key that the application under test signs configuration with, and what gateways would check it by. */
public final class SigningPair {
    private static final String PUBLIC_KEYS = "tollgate.test.signing-public-keys";
    private static final String ID = "test-1";

    private SigningPair() {}

    static Map<String, String> fresh() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Path file = Files.createTempFile("tollgate-signing", ".pem");
            file.toFile().deleteOnExit();
            Files.writeString(
                    file, Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
            return Map.of(
                    "tollgate.signing.private-key-file",
                    file.toString(),
                    "tollgate.signing.key-id",
                    ID,
                    PUBLIC_KEYS,
                    ID + "="
                            + Base64.getEncoder()
                                    .encodeToString(pair.getPublic().getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static PublicKey publicKey() {
        String entry = ConfigProvider.getConfig().getValue(PUBLIC_KEYS, String.class);
        return Objects.requireNonNull(SigningKeys.publicKeys(List.of(entry)).get(ID));
    }
}
