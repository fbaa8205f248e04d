package dev.tollgate.model.net;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;

/** What the platform's TLS is given to show a client certificate, and to check a server's by. Tells nobody a key. */
public final class TlsMaterial {
    private static final char[] NO_PASSWORD = {};

    private TlsMaterial() {}

    /**
     * Shows a certificate to a server that asks for one.
     *
     * @param chain PEM, its own certificate first
     * @param key PKCS#8
     * @throws GeneralSecurityException if it is none; the message may tell of the key
     */
    public static X509KeyManager shown(String chain, byte[] key) throws GeneralSecurityException {
        List<X509Certificate> certificates = certificates(chain);
        PrivateKey opened = KeyFactory.getInstance(
                        certificates.getFirst().getPublicKey().getAlgorithm())
                .generatePrivate(new PKCS8EncodedKeySpec(key));
        KeyStore store = empty();
        store.setKeyEntry("shown", opened, NO_PASSWORD, certificates.toArray(new X509Certificate[0]));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return (X509KeyManager) factory.getKeyManagers()[0];
    }

    /** When the first of a chain ends. */
    public static Instant end(String chain) throws GeneralSecurityException {
        return certificates(chain).stream()
                .map(one -> one.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow(() -> new GeneralSecurityException("a chain has a certificate"));
    }

    /**
     * Takes servers' certificates of these authorities, and of no others.
     *
     * @param authorities PEM
     */
    public static X509TrustManager trusted(String authorities) throws GeneralSecurityException {
        KeyStore store = empty();
        int count = 0;
        for (X509Certificate one : certificates(authorities)) {
            store.setCertificateEntry("authority-" + count++, one);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }

    private static KeyStore empty() throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(null, NO_PASSWORD);
        } catch (IOException e) {
            throw new IllegalStateException("nothing is read", e);
        }
        return store;
    }

    private static List<X509Certificate> certificates(String pem) throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                .stream()
                .map(X509Certificate.class::cast)
                .toList();
    }
}
