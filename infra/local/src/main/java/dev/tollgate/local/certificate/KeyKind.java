package dev.tollgate.local.certificate;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;

/** What a key is. */
public enum KeyKind {
    P256("EC", new ECGenParameterSpec("secp256r1")),
    P521("EC", new ECGenParameterSpec("secp521r1")),
    RSA_1024("RSA", new RSAKeyGenParameterSpec(1_024, RSAKeyGenParameterSpec.F4)),
    RSA_2048("RSA", new RSAKeyGenParameterSpec(2_048, RSAKeyGenParameterSpec.F4)),
    ED25519("EdDSA", NamedParameterSpec.ED25519);

    private final String algorithm;
    private final AlgorithmParameterSpec parameters;

    KeyKind(String algorithm, AlgorithmParameterSpec parameters) {
        this.algorithm = algorithm;
        this.parameters = parameters;
    }

    public KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(parameters);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform makes such keys", e);
        }
    }
}
