package dev.tollgate.control.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import dev.tollgate.model.config.IssuerKey;
import dev.tollgate.model.config.SignInConfig;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An authorization server, by the keys that it signs tokens with now.
 *
 * @param name as its tokens have it
 * @param keys in the order of their ids, so that the same keys are the same value
 */
record Issuer(String name, List<IssuerKey> keys) {
    private static final int MODULUS_BITS_MIN = 2_048;

    Issuer {
        keys = keys.stream().sorted(Comparator.comparing(IssuerKey::id)).toList();
    }

    /**
     * Reads a JWK set (RFC 7517); what is not for signatures, of no known algorithm or too weak is left out.
     *
     * @throws IllegalArgumentException if nothing remains, or it is no such set
     */
    static Issuer of(String name, JsonNode keySet) {
        try {
            List<IssuerKey> keys = new ArrayList<>();
            for (JWK key : JWKSet.parse(keySet.toString()).getKeys()) {
                key(key).ifPresent(keys::add);
            }
            if (keys.isEmpty() || keys.size() > SignInConfig.KEYS_MAX) {
                throw new IllegalArgumentException(
                        "the issuer has " + keys.size() + " keys to sign with, not 1 to " + SignInConfig.KEYS_MAX);
            }
            return new Issuer(name, keys);
        } catch (ParseException | JOSEException e) {
            throw new IllegalArgumentException("the issuer's keys cannot be read", e);
        }
    }

    private static Optional<IssuerKey> key(JWK key) throws JOSEException {
        boolean signs = key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse());
        boolean known = key.getKeyID() != null
                && key.getAlgorithm() != null
                && IssuerKey.ALGORITHMS.contains(key.getAlgorithm().getName());
        boolean strong = !(key instanceof RSAKey rsa) || rsa.size() >= MODULUS_BITS_MIN;
        if (!signs || !known || !strong || !(key instanceof AsymmetricJWK asymmetric)) {
            return Optional.empty();
        }
        String spki =
                Base64.getEncoder().encodeToString(asymmetric.toPublicKey().getEncoded());
        return Optional.of(new IssuerKey(key.getKeyID(), key.getAlgorithm().getName(), spki));
    }
}
