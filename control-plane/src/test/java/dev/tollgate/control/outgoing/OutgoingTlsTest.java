package dev.tollgate.control.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.local.certificate.Authority;
import dev.tollgate.local.certificate.Issued;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server that wants a certificate is shown its own by the one fetcher too, and no other server is. */
class OutgoingTlsTest {
    private static final Fetch.Wanted WANTED = new Fetch.Wanted("*/*", 1_000, Duration.ofSeconds(20));
    private static final Authority COMPANY = Authority.named("Company root");
    private static final Issued GATEWAY = COMPANY.client("gateway");

    private final Vertx vertx = Vertx.vertx();
    private final Fetch fetch = new Fetch(vertx, new OutgoingGate(true));
    private final HttpServer server = listening();
    private final HttpServer other = listening();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private HttpServer listening() {
        Issued own = COMPANY.server("127.0.0.1");
        HttpServerOptions options = new HttpServerOptions()
                .setSsl(true)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .addCertValue(Buffer.buffer(own.chainPem()))
                        .addKeyValue(Buffer.buffer(own.keyPem())))
                .setTrustOptions(new PemTrustOptions().addCertValue(Buffer.buffer(COMPANY.pem())))
                .setClientAuth(ClientAuth.REQUIRED);
        return vertx.createHttpServer(options)
                .requestHandler(request -> request.response().end(shownTo(request)))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static String shownTo(HttpServerRequest request) {
        try {
            X509Certificate shown = (X509Certificate) request.sslSession().getPeerCertificates()[0];
            return shown.getSubjectX500Principal().getName();
        } catch (SSLPeerUnverifiedException e) {
            return "nothing";
        }
    }

    private static URI url(HttpServer of) {
        return URI.create("https://127.0.0.1:" + of.actualPort() + "/document");
    }

    private static OutgoingTls shown(HttpServer to) {
        return new OutgoingTls(
                url(to), GATEWAY.chainPem(), GATEWAY.keys().getPrivate().getEncoded(), COMPANY.pem());
    }

    @Test
    void it_is_shown_to_its_origin() {
        byte[] body = shown(server).during(() -> fetch.get(url(server), WANTED));

        assertThat(new String(body, StandardCharsets.UTF_8)).isEqualTo("CN=gateway");
    }

    @Test
    void and_to_no_other_nor_afterwards() {
        assertThatThrownBy(() -> shown(server).during(() -> fetch.get(url(other), WANTED)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fetch.get(url(server), WANTED)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_server_of_other_authorities_is_not_believed() {
        OutgoingTls trusting = new OutgoingTls(
                url(server),
                GATEWAY.chainPem(),
                GATEWAY.keys().getPrivate().getEncoded(),
                Authority.named("Strangers' root").pem());

        assertThatThrownBy(() -> trusting.during(() -> fetch.get(url(server), WANTED)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
