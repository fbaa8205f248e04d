package dev.tollgate.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.fixture.TestTenant.IssuedKey;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that call from browsers: those that may are let in by what their browsers ask for, others are not. */
class CrossOriginTest {
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    private static final String APP = "https://app.example";

    private final TestTenant tenant = new TestTenant();
    private final IssuedKey key = tenant.key("crm__*");
    private @Nullable EdgeServer started;

    @BeforeEach
    void start() throws Exception {
        started = new EdgeServer();
        started.snapshots.publish(tenant);
    }

    @AfterEach
    void stop() throws Exception {
        edge().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mcp", "/mcp/all", "/v1/me"})
    void aPageThatMayIsToldSoBeforeItCalls(String path) throws Exception {
        HttpResponse<String> told = edge().send(asks(path, APP));

        assertThat(told.statusCode()).isEqualTo(204);
        assertThat(told.headers().firstValue("Access-Control-Allow-Origin")).contains(APP);
        assertThat(told.headers().firstValue("Access-Control-Allow-Methods")).contains("POST, GET, DELETE");
        assertThat(told.headers().firstValue("Access-Control-Allow-Headers")).contains("*, authorization");
        assertThat(told.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        assertThat(told.headers().firstValue("Vary"))
                .hasValueSatisfying(vary -> assertThat(vary).isEqualToIgnoringCase("Origin"));
        assertThat(edge().counted).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/mcp,https://evil.example", "/v1/me,https://evil.example", "/mcp,null", "/nowhere,null"})
    void anotherPageIsToldNothing(String path, String origin) throws Exception {
        HttpResponse<String> told = edge().send(asks(path, origin));

        assertThat(told.statusCode()).isEqualTo(403);
        assertThat(told.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
    }

    @Test
    void whatAPageIsAnsweredItMayRead() throws Exception {
        HttpResponse<String> answered =
                edge().send(edge().post(key.text(), PING).header("Origin", APP));
        HttpResponse<String> keptOut = edge().send(edge().post("no key", PING).header("Origin", APP));

        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(answered.headers().firstValue("Access-Control-Allow-Origin")).contains(APP);
        assertThat(keptOut.statusCode()).isEqualTo(401);
        assertThat(keptOut.headers().firstValue("Access-Control-Allow-Origin")).contains(APP);
        assertThat(keptOut.headers().firstValue("Access-Control-Expose-Headers"))
                .hasValueSatisfying(names -> assertThat(names).contains("www-authenticate", "mcp-session-id"));
    }

    @Test
    void whoeverIsNoPageIsToldNothingOfPages() throws Exception {
        HttpResponse<String> answered = edge().send(edge().post(key.text(), PING));

        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(answered.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
    }

    @Test
    void askingForNothingIsNoQuestion() throws Exception {
        HttpResponse<String> answered = edge().send(HttpRequest.newBuilder(edge().url())
                .header("Origin", APP)
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));

        assertThat(answered.statusCode()).isEqualTo(405);
    }

    private HttpRequest.Builder asks(String path, String origin) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + edge().port() + path))
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization, content-type, mcp-protocol-version")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody());
    }

    private EdgeServer edge() {
        return Objects.requireNonNull(started);
    }
}
