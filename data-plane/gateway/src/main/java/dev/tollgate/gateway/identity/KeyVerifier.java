package dev.tollgate.gateway.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import dev.tollgate.model.config.IssuerKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;

/** Checks signatures by a published key, and by its algorithm alone. */
record KeyVerifier(IssuerKey key) {
    /**
     * @throws JOSEException if the key is for another, or is none
     */
    JWSVerifier forAlgorithm(JWSAlgorithm algorithm) throws JOSEException {
        if (!key.algorithm().equals(algorithm.getName())) {
            throw new JOSEException("the key is for " + key.algorithm());
        }
        try {
            X509EncodedKeySpec spec = new X509EncodedKeySpec(key.publicKeyBytes());
            return JWSAlgorithm.Family.EC.contains(algorithm)
                    ? new ECDSAVerifier(
                            (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(spec))
                    : new RSASSAVerifier(
                            (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec));
        } catch (GeneralSecurityException e) {
            throw new JOSEException("the key cannot be used", e);
        }
    }
}
