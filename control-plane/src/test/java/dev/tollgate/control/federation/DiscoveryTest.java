package dev.tollgate.control.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.tollgate.control.outgoing.Fetch;
import dev.tollgate.control.outgoing.OutgoingGate;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscoveryTest {
    private final Vertx vertx = Vertx.vertx();
    private final Discovery discovery = with(new OutgoingGate(true));
    private HttpServer server;
    private String base;
    private int status = 200;
    private String body = "";
    private String keys = "{\"keys\":[]}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Location", base + "/elsewhere");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.createContext("/keys", exchange -> {
            byte[] bytes = keys.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        base = "http://127.0.0.1:" + server.getAddress().getPort();
        body = document(base + "/idp", "https://1.1.1.1/authorize");
    }

    @AfterEach
    void stop() {
        server.stop(0);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aProviderIsWhatItsDocumentSays() {
        Provider provider = discovery.read(URI.create(base + "/idp" + Discovery.SUFFIX));

        assertThat(provider.issuer()).hasToString(base + "/idp");
        assertThat(provider.endpoint("authorization_endpoint")).isEqualTo("https://1.1.1.1/authorize");
    }

    @Test
    void whoAnswersForAnotherIssuerIsNotBelieved() {
        body = document(base + "/other", "https://1.1.1.1/authorize");

        refused("/idp", "answers for another issuer than its own address");
    }

    @Test
    void aRedirectIsNotFollowed() {
        status = 302;

        refused("/idp", "answers with status 302");
    }

    @Test
    void aDocumentIsSmall() {
        body = " ".repeat(Discovery.BODY_BYTES_MAX + 1);

        refused("/idp", "answers more than 65536 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "\"text\""})
    void whatIsNoDocumentIsTold(String other) {
        body = other;

        refused("/idp", "answers no JSON object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"keys\":1}"})
    void aProviderWithoutKeysSignsNobodyIn(String other) {
        keys = other;

        refused("/idp", "has no keys at the jwks_uri of its document");
    }

    /** Keycloak would be sent there, and its address is inside. */
    @ParameterizedTest
    @ValueSource(strings = {"http://1.1.1.1/authorize", "https://10.0.0.1/authorize", "https://169.254.169.254/", "x"})
    void whereItSendsPeopleIsJudgedLikeItself(String endpoint) {
        body = document(base + "/idp", endpoint);

        refused("/idp", "names no usable authorization_endpoint in its document");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.1.2.3", "https://169.254.169.254", "https://[::1]", "https://127.0.0.1",
                "https://[::ffff:10.0.0.1]", "https://[64:ff9b::a00:1]", "http://1.1.1.1", "ftp://1.1.1.1",
                "https://user@1.1.1.1"
            })
    void noConnectionIsMadeToWhatMayNotBeDialled(String address) {
        Discovery strict = with(new OutgoingGate(false));

        assertThatThrownBy(() -> strict.read(URI.create(address + Discovery.SUFFIX)))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .matches("leads to a [a-z-]+ address, which is not allowed|is an https address");
    }

    private void refused(String path, String reason) {
        assertThatThrownBy(() -> discovery.read(URI.create(base + path + Discovery.SUFFIX)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(reason);
    }

    private Discovery with(OutgoingGate gate) {
        return new Discovery(new Fetch(vertx, gate), gate);
    }

    private String document(String issuer, String authorization) {
        return "{\"issuer\":\"" + issuer + "\",\"authorization_endpoint\":\"" + authorization
                + "\",\"token_endpoint\":\"https://1.1.1.1/token\",\"jwks_uri\":\"" + base + "/keys\"}";
    }
}
