package dev.tollgate.gateway.credential;

import dev.tollgate.model.config.SealedTls;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.seal.Seal;
import dev.tollgate.model.wire.ClientKeySeal;
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
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Opens what servers are shown and makes what their own certificates are checked with. Safe from any thread. */
public final class TlsKeys {
    private static final char[] NO_PASSWORD = {};

    private final Seal seal;
    private final Region region;
    private final InstantSource clock;

    public TlsKeys(Seal seal, Region region, InstantSource clock) {
        this.seal = seal;
        this.region = region;
        this.clock = clock;
    }

    /** How the server, as it is configured here, is spoken to. Asked when something is opened to it, not at each call. */
    public UpstreamTls of(ServerConfig server) {
        SealedTls tls = server.tls();
        if (tls == null) {
            return UpstreamTls.PUBLIC;
        }
        try {
            @Nullable X509TrustManager trusted = tls.authorities() == null ? null : trusted(tls.authorities());
            String chain = tls.certificate();
            if (chain == null) {
                return UpstreamTls.of(null, null, trusted, clock);
            }
            byte @Nullable [] key = opened(server, tls);
            return key == null ? UpstreamTls.unopened() : shown(certificates(chain), key, trusted);
        } catch (GeneralSecurityException | IOException e) {
            // What was written was checked to be none of this; its words may tell of the key.
            return UpstreamTls.unopened();
        }
    }

    private byte @Nullable [] opened(ServerConfig server, SealedTls tls) {
        String text = tls.sealedKey().get(region.value());
        return text == null
                ? null
                : new ClientKeySeal(server.tenant(), server.id(), tls.version()).open(text, region, seal);
    }

    private UpstreamTls shown(List<X509Certificate> chain, byte[] key, @Nullable X509TrustManager trusted)
            throws GeneralSecurityException, IOException {
        PrivateKey opened = KeyFactory.getInstance(
                        chain.getFirst().getPublicKey().getAlgorithm())
                .generatePrivate(new PKCS8EncodedKeySpec(key));
        KeyStore store = empty();
        store.setKeyEntry("shown", opened, NO_PASSWORD, chain.toArray(new X509Certificate[0]));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        Instant end = chain.stream()
                .map(one -> one.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
        return UpstreamTls.of((X509KeyManager) factory.getKeyManagers()[0], end, trusted, clock);
    }

    private static X509TrustManager trusted(String authorities) throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        int count = 0;
        for (X509Certificate one : certificates(authorities)) {
            store.setCertificateEntry("authority-" + count++, one);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
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
