package dev.tollgate.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.credential.OpenCredentials;
import dev.tollgate.gateway.credential.TlsKeys;
import dev.tollgate.gateway.upstream.openapi.OpenApiUpstreams;
import dev.tollgate.gateway.upstream.sse.SseUpstreams;
import dev.tollgate.local.certificate.Authority;
import dev.tollgate.local.certificate.Issued;
import dev.tollgate.local.certificate.KeyKind;
import dev.tollgate.model.config.SealedTls;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.Transport;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.seal.Seal;
import dev.tollgate.model.wire.ClientKeySeal;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers that want a certificate are shown their own one, and must have one of whom they are trusted by. */
class MutualTlsTest {
    private static final Region REGION = new Region("local");
    private static final Authority COMPANY = Authority.named("Company root");
    private static final Authority STRANGERS = Authority.named("Strangers' root");
    private static final Issued GATEWAY = COMPANY.client("gateway");

    private final Vertx vertx = Vertx.vertx();
    private final Seal seal = Seal.of(List.of());
    private final Credentials credentials = Credentials.of(
            new OpenCredentials(seal, REGION)::of, new TlsKeys(seal, REGION, InstantSource.system()), (_, _) -> {});
    private final SystemResolver resolver = new SystemResolver(vertx);
    private final HealthBook health = new HealthBook(InstantSource.system());
    private final HttpUpstreams http = new HttpUpstreams(vertx, resolver, true, credentials, changed -> {}, health);
    private final SseUpstreams sse = new SseUpstreams(vertx, resolver, true, credentials, changed -> {}, health);
    private final OpenApiUpstreams api = new OpenApiUpstreams(vertx, resolver, true, credentials, health);
    private final StubUpstream stub = new StubUpstream(vertx, guarded(COMPANY.server("127.0.0.1")));
    private final TestCaller caller = new TestCaller(vertx, http);

    @AfterEach
    void stop() {
        http.close();
        sse.close();
        api.close();
        stub.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Lets in whom the company knows. */
    private static HttpServerOptions guarded(Issued own) {
        return new HttpServerOptions()
                .setSsl(true)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .addCertValue(Buffer.buffer(own.chainPem()))
                        .addKeyValue(Buffer.buffer(own.keyPem())))
                .setTrustOptions(new PemTrustOptions().addCertValue(Buffer.buffer(COMPANY.pem())))
                .setClientAuth(ClientAuth.REQUIRED);
    }

    private ServerConfig with(ServerConfig server, long version, @Nullable Issued shown, @Nullable Authority trusted) {
        ClientKeySeal whose = new ClientKeySeal(server.tenant(), server.id(), version);
        return server.withTls(new SealedTls(
                version,
                shown == null ? null : shown.chainPem(),
                shown == null
                        ? Map.of()
                        : Map.of(
                                REGION.value(),
                                whose.seal(shown.keys().getPrivate().getEncoded(), REGION, seal)),
                trusted == null ? null : trusted.pem()));
    }

    private List<String> shown() {
        return stub.shown.stream().distinct().toList();
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyKind.class,
            names = {"P256", "RSA_2048"})
    void a_server_is_shown_its_certificate(KeyKind kind) {
        ServerConfig server = with(TestCaller.server(stub.url()), 1, COMPANY.client("gateway", kind), COMPANY);

        caller.result(server, TestCaller.toolCall("{}"));

        assertThat(shown()).containsExactly("CN=gateway");
    }

    @Test
    void so_it_is_with_one_that_an_authority_below_has_issued() {
        Issued below = COMPANY.under("Agents").client("gateway-2");

        caller.result(with(TestCaller.server(stub.url()), 1, below, COMPANY), TestCaller.toolCall("{}"));

        assertThat(shown()).containsExactly("CN=gateway-2");
    }

    @Test
    void one_url_is_shown_to_each_server_its_own() {
        ServerConfig one = with(TestCaller.server(stub.url()), 1, COMPANY.client("one"), COMPANY);
        ServerConfig other = with(TestCaller.server(stub.url()), 1, COMPANY.client("other"), COMPANY);

        caller.result(one, TestCaller.toolCall("{}"));
        assertThat(shown()).containsExactly("CN=one");
        stub.shown.clear();
        caller.result(other, TestCaller.toolCall("{}"));

        assertThat(shown()).containsExactly("CN=other");
    }

    @Test
    void without_a_certificate_it_is_refused_and_the_failure_says_so() {
        UpstreamReply.Failure failure =
                caller.failure(with(TestCaller.server(stub.url()), 1, null, COMPANY), TestCaller.toolCall("{}"));

        assertThat(failure.message()).contains("it refused the secure connection (");
        assertThat(stub.posted).isEmpty();
    }

    @Test
    void with_one_of_another_authority_too() {
        Issued strange = STRANGERS.client("gateway");

        UpstreamReply.Failure failure =
                caller.failure(with(TestCaller.server(stub.url()), 1, strange, COMPANY), TestCaller.toolCall("{}"));

        assertThat(failure.message()).contains("it refused the secure connection (");
        assertThat(stub.posted).isEmpty();
    }

    @Test
    void with_one_that_has_ended_it_is_not_asked() {
        Issued ended = COMPANY.client("gateway", KeyKind.P256.pair(), Instant.parse("2026-01-02T03:04:05Z"));

        UpstreamReply.Failure failure =
                caller.failure(with(TestCaller.server(stub.url()), 1, ended, COMPANY), TestCaller.toolCall("{}"));

        assertThat(failure.message()).contains("has a client certificate that ended at 2026-01-02T03:04:05Z");
        assertThat(stub.connections).hasValue(0);
    }

    @Test
    void with_a_key_that_is_sealed_for_others_it_is_not_asked() {
        ServerConfig server = with(TestCaller.server(stub.url()), 1, GATEWAY, COMPANY);
        ServerConfig other = TestCaller.server(stub.url()).withTls(server.tls());

        UpstreamReply.Failure failure = caller.failure(other, TestCaller.toolCall("{}"));

        assertThat(failure.message()).contains("whose key this gateway cannot open");
        assertThat(stub.connections).hasValue(0);
    }

    @Test
    void a_server_whose_certificate_is_of_nobody_trusted_is_sent_nothing() {
        ServerConfig trustsPublic = with(TestCaller.server(stub.url()), 1, GATEWAY, null);
        ServerConfig trustsOthers = with(TestCaller.server(stub.url()), 1, GATEWAY, STRANGERS);

        assertThat(caller.failure(trustsPublic, TestCaller.toolCall("{}")).message())
                .contains("its certificate is of no authority that is trusted here");
        assertThat(caller.failure(trustsOthers, TestCaller.toolCall("{}")).message())
                .contains("its certificate is of no authority that is trusted here");
        assertThat(stub.posted).isEmpty();
    }

    @Test
    void whom_one_server_is_trusted_by_another_is_not() {
        caller.result(with(TestCaller.server(stub.url()), 1, GATEWAY, COMPANY), TestCaller.toolCall("{}"));

        assertThat(caller.failure(TestCaller.server(stub.url()), TestCaller.toolCall("{}"))
                        .message())
                .contains("no authority that is trusted here");
    }

    @Test
    void a_certificate_for_another_host_is_none() {
        try (StubUpstream elsewhere = new StubUpstream(vertx, guarded(COMPANY.server("crm.example.com")))) {
            ServerConfig server = with(TestCaller.server(elsewhere.url()), 1, GATEWAY, COMPANY);

            assertThat(caller.failure(server, TestCaller.toolCall("{}")).message())
                    .contains("its certificate is for another name");
            assertThat(elsewhere.posted).isEmpty();
        }
    }

    @Test
    void another_certificate_makes_new_connections_and_calls_under_way_end_as_they_began() {
        ServerConfig server = TestCaller.server(stub.url());
        CompletableFuture<StubUpstream.Posted> waiting = new CompletableFuture<>();
        stub.onCall = waiting::complete;
        TestCaller.Running before =
                caller.start(with(server, 1, COMPANY.client("old"), COMPANY), TestCaller.toolCall("{}"));
        StubUpstream.Posted old = waiting.join();
        stub.onCall = call -> call.result("{\"content\":[]}");

        caller.result(with(server, 2, COMPANY.client("new"), COMPANY), TestCaller.toolCall("{}"));
        vertx.runOnContext(nothing -> old.result("{\"content\":[1]}"));

        assertThat(before.reply()).isInstanceOf(UpstreamReply.Result.class);
        assertThat(shown()).containsExactly("CN=old", "CN=new");
    }

    @Test
    void a_server_over_sse_is_shown_it_too() {
        try (SseStub old = new SseStub(vertx, guarded(COMPANY.server("127.0.0.1")))) {
            ServerConfig server = with(TestCaller.server(new Transport.Sse(old.url())), 1, GATEWAY, COMPANY);

            new TestCaller(vertx, sse).result(server, TestCaller.toolCall("{}"));

            assertThat(old.shown).isNotEmpty().containsOnly("CN=gateway");
        }
    }

    /** A service that says where its operations are. */
    private final class Service {
        final List<String> asked = new CopyOnWriteArrayList<>();
        final HttpServer server;
        volatile String operations = "/";

        Service(HttpServerOptions options) {
            server = vertx.createHttpServer(options).requestHandler(request -> {
                asked.add(StubUpstream.shownTo(request));
                request.response()
                        .putHeader("content-type", "application/json")
                        .end(request.path().equals("/openapi.json") ? document() : "{}");
            });
            server.listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }

        private String document() {
            return "{\"openapi\":\"3.0.3\",\"info\":{\"title\":\"t\",\"version\":\"1\"},\"servers\":[{\"url\":\""
                    + operations
                    + "\"}],\"paths\":{\"/x\":{\"get\":{\"operationId\":\"getX\",\"responses\":{\"200\":"
                    + "{\"description\":\"ok\"}}}}}}";
        }

        URI url(String path) {
            return URI.create("https://127.0.0.1:" + server.actualPort() + path);
        }
    }

    private static UpstreamCall getX() {
        return new UpstreamCall(
                "tools/call", "getX", Buffer.buffer("{\"name\":\"getX\",\"arguments\":{}}"), null, 30_000, null);
    }

    @Test
    void an_openapi_service_is_shown_it_and_one_that_its_document_names_elsewhere_is_not() {
        Service service = new Service(guarded(COMPANY.server("127.0.0.1")));
        ServerConfig server =
                with(TestCaller.server(new Transport.OpenApi(service.url("/openapi.json"), null)), 1, GATEWAY, COMPANY);
        new TestCaller(vertx, api).result(server, getX());
        assertThat(service.asked).containsExactly("CN=gateway", "CN=gateway");

        Service elsewhere = new Service(guarded(COMPANY.server("127.0.0.1")));
        service.operations = elsewhere.url("/").toString();
        ServerConfig led =
                with(TestCaller.server(new Transport.OpenApi(service.url("/openapi.json"), null)), 1, GATEWAY, COMPANY);

        assertThat(new TestCaller(vertx, api).failure(led, getX()).message())
                .contains("no authority that is trusted here");
        assertThat(elsewhere.asked).isEmpty();
    }
}
