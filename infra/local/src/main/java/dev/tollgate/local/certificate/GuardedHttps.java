package dev.tollgate.local.certificate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;

/** A service by https on a free port of this machine that lets in whoever has a certificate of its authority. */
public final class GuardedHttps implements AutoCloseable {
    private static final char[] NO_PASSWORD = {};

    private final HttpsServer https;
    private final List<String> shown = new CopyOnWriteArrayList<>();

    public GuardedHttps(Authority authority) throws IOException {
        https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        SSLContext tls = context(authority, authority.server("127.0.0.1"));
        https.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = tls.getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        https.start();
    }

    private static SSLContext context(Authority authority, Issued own) throws IOException {
        try {
            KeyStore store = empty();
            store.setKeyEntry("own", own.keys().getPrivate(), NO_PASSWORD, new Certificate[] {own.certificate()});
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, NO_PASSWORD);
            KeyStore trusted = empty();
            trusted.setCertificateEntry("authority", authority.certificate());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }

    /**
     * Answers at a path.
     *
     * @param type of the body
     * @param body of whoever's certificate was shown
     */
    public GuardedHttps at(String path, String type, UnaryOperator<String> body) {
        https.createContext(path, exchange -> answer(exchange, type, body));
        return this;
    }

    private void answer(HttpExchange exchange, String type, UnaryOperator<String> body) throws IOException {
        Certificate first = ((HttpsExchange) exchange).getSSLSession().getPeerCertificates()[0];
        String subject = ((X509Certificate) first).getSubjectX500Principal().getName();
        shown.add(subject);
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = body.apply(subject).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    public URI url(String path) {
        return URI.create("https://127.0.0.1:" + https.getAddress().getPort() + path);
    }

    /** Whose certificate came with each request. */
    public List<String> shown() {
        return shown;
    }

    @Override
    public void close() {
        https.stop(0);
    }
}
