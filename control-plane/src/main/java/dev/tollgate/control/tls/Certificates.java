package dev.tollgate.control.tls;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;

/** What certificates and keys must be. All refuse with {@link IllegalArgumentException}, whose message is for an admin. */
final class Certificates {
    static final int CHAIN_MAX = 8;
    static final int CHAIN_CHARS_MAX = 16 * 1024;
    static final int AUTHORITIES_MAX = 16;
    static final int AUTHORITIES_CHARS_MAX = 32 * 1024;

    private static final int RSA_BITS_MIN = 2_048;
    private static final int RSA_BITS_MAX = 8_192;
    private static final Set<Integer> EC_BITS = Set.of(256, 384);
    private static final Set<String> FOR_CLIENTS = Set.of("1.3.6.1.5.5.7.3.2", "2.5.29.37.0");
    private static final byte[] PROBE = "whose key is it".getBytes(StandardCharsets.US_ASCII);

    private Certificates() {}

    /** A chain that is shown: its own certificate first, each issued by the next. */
    static List<X509Certificate> chain(String pem, Instant now) {
        List<X509Certificate> chain = Pem.certificates(pem, CHAIN_CHARS_MAX, CHAIN_MAX);
        chain.forEach(one -> checkTime(one, now));
        checkKind(chain.getFirst());
        checkUse(chain.getFirst());
        for (int i = 1; i < chain.size(); i++) {
            if (!isIssuedBy(chain.get(i - 1), chain.get(i))) {
                throw new IllegalArgumentException("is in the wrong order, or not one chain: certificate " + i
                        + " must be followed by the one that issued it");
            }
        }
        return chain;
    }

    static List<X509Certificate> authorities(String pem, Instant now) {
        List<X509Certificate> authorities = Pem.certificates(pem, AUTHORITIES_CHARS_MAX, AUTHORITIES_MAX);
        authorities.forEach(one -> checkTime(one, now));
        return authorities;
    }

    private static void checkTime(X509Certificate one, Instant now) {
        try {
            one.checkValidity(Date.from(now));
        } catch (CertificateExpiredException e) {
            throw new IllegalArgumentException(
                    "holds a certificate that ended at " + one.getNotAfter().toInstant(), e);
        } catch (CertificateNotYetValidException e) {
            throw new IllegalArgumentException(
                    "holds a certificate that begins at " + one.getNotBefore().toInstant(), e);
        }
    }

    private static void checkKind(X509Certificate own) {
        boolean known = switch (own.getPublicKey()) {
            case RSAPublicKey rsa ->
                rsa.getModulus().bitLength() >= RSA_BITS_MIN && rsa.getModulus().bitLength() <= RSA_BITS_MAX;
            case ECPublicKey ec -> EC_BITS.contains(ec.getParams().getOrder().bitLength());
            default -> false;
        };
        if (!known) {
            throw new IllegalArgumentException("has a key that cannot be used: RSA of " + RSA_BITS_MIN + " to "
                    + RSA_BITS_MAX + " bits, P-256 and P-384 can");
        }
    }

    private static void checkUse(X509Certificate own) {
        try {
            List<String> uses = own.getExtendedKeyUsage();
            if (uses != null && uses.stream().noneMatch(FOR_CLIENTS::contains)) {
                throw new IllegalArgumentException("begins with a certificate that is not for clients: its extended key"
                        + " usage must name clientAuth");
            }
        } catch (CertificateParsingException e) {
            throw new IllegalArgumentException("holds a certificate that cannot be read", e);
        }
    }

    private static boolean isIssuedBy(X509Certificate one, X509Certificate issuer) {
        if (!one.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            return false;
        }
        try {
            one.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    /** That a key is this certificate's. */
    static void checkFits(byte[] pkcs8, X509Certificate certificate) {
        String algorithm = certificate.getPublicKey().getAlgorithm();
        try {
            PrivateKey key = KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            Signature signature = Signature.getInstance(algorithm.equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
            signature.initSign(key);
            signature.update(PROBE);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(PROBE);
            if (signature.verify(signed)) {
                return;
            }
        } catch (GeneralSecurityException _) {
            // Of another kind, or on another curve; its words may tell of the key.
        }
        throw new IllegalArgumentException("is not the certificate's key");
    }
}
