package dev.tollgate.control.testing;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Access tokens of the shape that Keycloak gives out, signed with a key that the application under test trusts. */
public final class Tokens {
    // Kept as a system property because Quarkus loads this class twice: to start the test and to run it.
    private static final String KEY = "tollgate.test.signing-key";

    private Tokens() {}

    static String publicKey() {
        return encoded(keys().getPublic());
    }

    /** Of someone who belongs to an organization. */
    public static String member(String organizationId, String... roles) {
        JwtClaims claims = claims("member-of-" + organizationId, roles);
        claims.setClaim("organization", Map.of("alias-" + organizationId, Map.of("id", organizationId)));
        return sign(claims);
    }

    /** Of someone whom the identity provider knows by this id. */
    public static String person(String organizationId, String identity, String... roles) {
        return personAt(Instant.now(), organizationId, identity, roles);
    }

    /** The same, issued at another time. */
    public static String personAt(Instant issuedAt, String organizationId, String identity, String... roles) {
        JwtClaims claims = claims("person", roles);
        claims.setSubject(identity);
        claims.setIssuedAt(NumericDate.fromSeconds(issuedAt.getEpochSecond()));
        claims.setClaim("organization", Map.of("alias-" + organizationId, Map.of("id", organizationId)));
        return sign(claims);
    }

    /** Of someone without an organization. */
    public static String outsider(String... roles) {
        return sign(claims("outsider", roles));
    }

    /** Of someone whom another service's token was given for. */
    public static String foreignAudience(String organizationId, String... roles) {
        JwtClaims claims = claims("foreign", roles);
        claims.setAudience("another-api");
        claims.setClaim("organization", Map.of("alias", Map.of("id", organizationId)));
        return sign(claims);
    }

    /** Of someone who belongs to two organizations. */
    public static String memberOfTwo(String one, String other, String... roles) {
        JwtClaims claims = claims("torn", roles);
        claims.setClaim("organization", Map.of("one", Map.of("id", one), "other", Map.of("id", other)));
        return sign(claims);
    }

    private static JwtClaims claims(String name, String... roles) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("test");
        claims.setAudience("tollgate-api");
        claims.setSubject("subject-of-" + name);
        claims.setClaim("preferred_username", name);
        claims.setClaim("realm_access", Map.of("roles", List.of(roles)));
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(10);
        return claims;
    }

    private static String sign(JwtClaims claims) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(keys().getPrivate());
        signature.setAlgorithmHeaderValue("RS256");
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static synchronized KeyPair keys() {
        try {
            String known = System.getProperty(KEY);
            if (known != null) {
                return decoded(known);
            }
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            System.setProperty(KEY, encoded(pair.getPrivate()) + ":" + encoded(pair.getPublic()));
            return pair;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair decoded(String text) throws GeneralSecurityException {
        List<String> halves = List.of(text.split(":", -1));
        KeyFactory factory = KeyFactory.getInstance("RSA");
        return new KeyPair(
                factory.generatePublic(
                        new X509EncodedKeySpec(Base64.getDecoder().decode(halves.get(1)))),
                factory.generatePrivate(
                        new PKCS8EncodedKeySpec(Base64.getDecoder().decode(halves.get(0)))));
    }

    private static String encoded(Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }
}
