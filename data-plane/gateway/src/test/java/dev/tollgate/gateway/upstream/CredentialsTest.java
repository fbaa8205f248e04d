package dev.tollgate.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.credential.OpenCredentials;
import dev.tollgate.gateway.credential.UpstreamHeaders;
import dev.tollgate.gateway.upstream.openapi.OpenApiUpstreams;
import dev.tollgate.gateway.upstream.sse.SseUpstreams;
import dev.tollgate.model.config.CredentialHeader;
import dev.tollgate.model.config.SealedCredential;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.Transport;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.seal.Seal;
import dev.tollgate.model.wire.CredentialSeal;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a server knows the tenant by stands on every request to it, and on none to another. */
class CredentialsTest {
    private static final Region REGION = new Region("local");
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final Vertx vertx = Vertx.vertx();
    private final Seal seal = Seal.of(List.of());
    private final OpenCredentials credentials = new OpenCredentials(seal, REGION);
    private final SystemResolver resolver = new SystemResolver(vertx);
    private final HealthBook health = new HealthBook(InstantSource.system());
    private final HttpUpstreams http = new HttpUpstreams(vertx, resolver, true, credentials::of, changed -> {}, health);
    private final SseUpstreams sse = new SseUpstreams(vertx, resolver, true, credentials::of, changed -> {}, health);
    private final OpenApiUpstreams api = new OpenApiUpstreams(vertx, resolver, true, credentials::of, health);
    private final StubUpstream stub = new StubUpstream(vertx);

    @AfterEach
    void stop() {
        http.close();
        sse.close();
        api.close();
        stub.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private ServerConfig knownAs(ServerConfig server, long version, CredentialHeader... headers) {
        CredentialSeal whose = new CredentialSeal(server.tenant(), server.id(), version);
        String text = whose.seal(CredentialSeal.plain(List.of(headers)), REGION, seal);
        return server.with(new SealedCredential(version, Map.of(REGION.value(), text)));
    }

    private static CredentialHeader bearer(String token) {
        return new CredentialHeader("Authorization", "Bearer " + token);
    }

    private List<String> authorizations() {
        return stub.posted.stream().map(one -> one.header("authorization")).toList();
    }

    enum WhenOpened {
        WITH_THE_SNAPSHOT,
        AT_THE_FIRST_CALL
    }

    @ParameterizedTest
    @EnumSource
    void every_request_to_a_legacy_server_carries_it(WhenOpened when) {
        ServerConfig server = knownAs(
                TestCaller.server(stub.url()), 1, bearer("plum-1"), new CredentialHeader("X-Team", "blue team"));
        if (when == WhenOpened.WITH_THE_SNAPSHOT) {
            credentials.take(server.tenant(), List.of(server));
        }
        new TestCaller(vertx, http).result(server, TestCaller.toolCall("{}"));
        TestEar ear = new TestEar(vertx, http, server, new Wanted(true, false, false, Set.of()));
        TestCaller.await(() -> !stub.got.isEmpty());
        ear.close();

        assertThat(stub.posted.stream().map(StubUpstream.Posted::method))
                .contains("initialize", "notifications/initialized", "tools/call");
        assertThat(authorizations()).hasSizeGreaterThan(2).containsOnly("Bearer plum-1");
        assertThat(stub.posted)
                .allSatisfy(one -> assertThat(one.header("x-team")).isEqualTo("blue team"));
        assertThat(stub.got)
                .allSatisfy(one -> assertThat(one.getHeader("authorization")).isEqualTo("Bearer plum-1"));
    }

    @Test
    void what_an_agent_hands_on_does_not_take_its_place() {
        try (SseStub old = new SseStub(vertx)) {
            CredentialHeader team = new CredentialHeader("X-Team", "blue team");
            UpstreamCall call = TestCaller.handing(Map.of("x-team", "red", "x-floor", "3"), TRACE, "{}");

            new TestCaller(vertx, http).result(knownAs(TestCaller.server(stub.url()), 1, team), call);
            new TestCaller(vertx, sse).result(knownAs(TestCaller.server(new Transport.Sse(old.url())), 1, team), call);

            assertThat(stub.posted)
                    .allSatisfy(one -> assertThat(one.header("x-team")).isEqualTo("blue team"))
                    .anySatisfy(one -> assertThat(one.header("x-floor")).isEqualTo("3"));
            assertThat(old.requests)
                    .allSatisfy(
                            one -> assertThat(one.headers().getAll("x-team")).containsExactly("blue team"))
                    .anySatisfy(one -> assertThat(one.getHeader("x-floor")).isEqualTo("3"));
        }
    }

    @Test
    void every_request_to_a_modern_server_carries_it() {
        stub.onDiscover = discover -> discover.result(
                "{\"resultType\":\"complete\",\"supportedVersions\":"
                        + "[\"2026-07-28\"],\"capabilities\":{\"tools\":{}},\"serverInfo\":{\"name\":\"new\",\"version\":\"1\"}}");
        stub.onCall = call -> call.result("{\"resultType\":\"complete\",\"content\":[]}");
        ServerConfig server = knownAs(TestCaller.server(stub.url()), 1, bearer("plum-2"));

        new TestCaller(vertx, http).result(server, TestCaller.toolCall("{}"));

        assertThat(stub.posted.stream().map(StubUpstream.Posted::method)).containsOnly("server/discover", "tools/call");
        assertThat(authorizations()).containsOnly("Bearer plum-2");
    }

    @Test
    void the_stream_and_the_posts_of_http_with_sse_carry_it() {
        try (SseStub old = new SseStub(vertx)) {
            ServerConfig server = knownAs(TestCaller.server(new Transport.Sse(old.url())), 1, bearer("plum-3"));

            new TestCaller(vertx, sse).result(server, TestCaller.toolCall("{}"));

            assertThat(old.requests)
                    .hasSizeGreaterThan(3)
                    .allSatisfy(
                            one -> assertThat(one.getHeader("authorization")).isEqualTo("Bearer plum-3"));
        }
    }

    /** A service whose document stands there, and names this place for its operations. */
    private final class Service {
        final List<HttpServerRequest> asked = new CopyOnWriteArrayList<>();
        volatile String document = document("/v2");
        private final HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> {
                    asked.add(request);
                    request.response()
                            .putHeader("content-type", "application/json")
                            .end(request.path().equals("/openapi.json") ? document : "{}");
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();

        String document(String operations) {
            return "{\"openapi\":\"3.0.3\",\"info\":{\"title\":\"t\",\"version\":\"1\"},\"servers\":[{\"url\":\""
                    + operations
                    + "\"}],\"paths\":{\"/x\":{\"get\":{\"operationId\":\"getX\",\"parameters\":[{\"name\":\"X-Key\","
                    + "\"in\":\"header\",\"schema\":{\"type\":\"string\"}}],\"responses\":{\"200\":"
                    + "{\"description\":\"ok\"}}}}}}";
        }

        URI url(String path) {
            return URI.create("http://127.0.0.1:" + server.actualPort() + path);
        }

        List<String> keys() {
            return asked.stream()
                    .map(one -> String.valueOf(one.getHeader("x-key")))
                    .toList();
        }
    }

    private static UpstreamCall getX() {
        return new UpstreamCall(
                "tools/call",
                "getX",
                Buffer.buffer("{\"name\":\"getX\",\"arguments\":{\"X-Key\":\"of-the-agent\"}}"),
                null,
                30_000,
                null);
    }

    @Test
    void a_service_and_its_document_are_sent_it_in_place_of_what_an_agent_says() {
        Service service = new Service();
        ServerConfig server = knownAs(
                TestCaller.server(new Transport.OpenApi(service.url("/openapi.json"), null)),
                1,
                new CredentialHeader("X-Key", "plum-4"));

        new TestCaller(vertx, api).result(server, getX());

        assertThat(service.keys()).containsExactly("plum-4", "plum-4");
    }

    @Test
    void operations_that_the_document_names_elsewhere_are_not_sent_it() {
        Service service = new Service();
        Service elsewhere = new Service();
        service.document = service.document(elsewhere.url("/v2").toString());
        ServerConfig server = knownAs(
                TestCaller.server(new Transport.OpenApi(service.url("/openapi.json"), null)),
                1,
                new CredentialHeader("X-Key", "plum-5"));

        new TestCaller(vertx, api).result(server, getX());

        assertThat(service.keys()).containsExactly("plum-5");
        assertThat(elsewhere.keys()).containsExactly("of-the-agent");
    }

    @Test
    void another_credential_makes_a_new_session_over_a_new_connection() {
        ServerConfig server = TestCaller.server(stub.url());
        TestCaller caller = new TestCaller(vertx, http);
        caller.result(knownAs(server, 1, bearer("old")), TestCaller.toolCall("{}"));
        int before = stub.posted.size();
        int connections = stub.connections.get();

        caller.result(knownAs(server, 2, bearer("new")), TestCaller.toolCall("{}"));

        assertThat(authorizations().subList(0, before)).containsOnly("Bearer old");
        assertThat(authorizations().subList(before, stub.posted.size())).containsOnly("Bearer new");
        assertThat(stub.sessionsBegun).hasValue(2);
        assertThat(stub.connections.get()).isGreaterThan(connections);
        assertThat(http.openUpstreams()).isEqualTo(1);
    }

    @Test
    void a_call_under_way_ends_as_it_began_when_the_credential_changes() {
        ServerConfig server = TestCaller.server(stub.url());
        TestCaller caller = new TestCaller(vertx, http);
        List<StubUpstream.Posted> held = new CopyOnWriteArrayList<>();
        stub.onCall = held::add;
        TestCaller.Running slow = caller.start(knownAs(server, 1, bearer("old")), TestCaller.toolCall("{}"));
        TestCaller.await(() -> held.size() == 1);
        stub.onCall = call -> call.result("{\"n\":2}");

        assertThat(caller.result(knownAs(server, 2, bearer("new")), TestCaller.toolCall("{}")))
                .isEqualTo("{\"n\":2}");
        held.getFirst().result("{\"n\":1}");

        assertThat(slow.reply()).isInstanceOf(UpstreamReply.Result.class);
    }

    @Test
    void sealed_anew_it_is_the_same_and_nothing_is_opened_again() {
        ServerConfig server = TestCaller.server(stub.url());
        TestCaller caller = new TestCaller(vertx, http);
        caller.result(knownAs(server, 7, bearer("same")), TestCaller.toolCall("{}"));

        caller.result(knownAs(server, 7, bearer("same")), TestCaller.toolCall("{}"));

        assertThat(stub.sessionsBegun).hasValue(1);
    }

    @Test
    void the_same_url_with_different_credentials_shares_nothing() {
        ServerConfig one = knownAs(TestCaller.server(stub.url()), 1, bearer("one"));
        ServerConfig other = knownAs(TestCaller.server(stub.url()), 1, bearer("other"));
        TestCaller caller = new TestCaller(vertx, http);

        caller.result(one, TestCaller.toolCall("{\"who\":\"one\"}"));
        caller.result(other, TestCaller.toolCall("{\"who\":\"other\"}"));
        caller.result(one, TestCaller.toolCall("{\"who\":\"one\"}"));

        assertThat(stub.sessionsBegun).hasValue(2);
        assertThat(stub.posted.stream().filter(post -> post.method().equals("tools/call")))
                .hasSize(3)
                .allSatisfy(post -> assertThat(post.header("authorization"))
                        .isEqualTo(post.text().contains("\"one\"") ? "Bearer one" : "Bearer other"));
        assertThat(stub.posted)
                .as("no connection of the one carries the other")
                .allSatisfy(post -> assertThat(stub.posted.stream()
                                .filter(same -> same.request()
                                        .connection()
                                        .equals(post.request().connection()))
                                .map(same -> same.header("authorization"))
                                .distinct())
                        .hasSize(1));
    }

    /** Without a key, for another tenant's server, and for another region. */
    @Test
    void what_cannot_be_opened_is_not_asked_without_it() {
        ServerConfig server = TestCaller.server(stub.url());
        ServerConfig lent = TestCaller.server(stub.url())
                .with(knownAs(server, 1, bearer("x")).credential());
        ServerConfig far = server.with(new SealedCredential(1, Map.of("far", "far.AAAA")));
        ServerConfig foreign = server.with(new SealedCredential(1, Map.of("local", "own.AAAA")));

        for (ServerConfig closed : List.of(lent, far, foreign)) {
            credentials.take(closed.tenant(), List.of(closed));
            UpstreamReply.Failure failure = new TestCaller(vertx, http).failure(closed, TestCaller.toolCall("{}"));
            assertThat(failure.message()).contains("has a credential that this gateway cannot open");
            assertThat(credentials.closed()).isEqualTo(1);
            credentials.forget(closed.tenant());
        }

        assertThat(stub.connections).hasValue(0);
        assertThat(credentials.closed()).isZero();
    }

    @Test
    void a_renewed_token_goes_into_the_session_that_is_open() {
        ServerConfig server = TestCaller.server(stub.url());
        ServerConfig first = renewed(server, 1, bearer("token-1"));
        credentials.take(server.tenant(), List.of(first));
        new TestCaller(vertx, http).result(first, TestCaller.toolCall("{}"));

        ServerConfig second = renewed(server, 2, bearer("token-2"));
        credentials.take(server.tenant(), List.of(second));
        new TestCaller(vertx, http).result(second, TestCaller.toolCall("{}"));

        assertThat(stub.sessionsBegun).hasValue(1);
        assertThat(stub.posted.stream()
                        .filter(post -> post.method().equals("tools/call"))
                        .map(post -> post.header("authorization")))
                .containsExactly("Bearer token-1", "Bearer token-2");
    }

    /** A retry of the caller's must not be needed for long: the same upstream asks as soon as there is a token. */
    @Test
    void without_a_token_nothing_is_asked_and_the_call_says_why() {
        ServerConfig server = TestCaller.server(stub.url());
        ServerConfig lacking = server.with(new SealedCredential(1, 0L, Map.of()));
        credentials.take(server.tenant(), List.of(lacking));

        UpstreamReply.Failure failure = new TestCaller(vertx, http).failure(lacking, TestCaller.toolCall("{}"));

        assertThat(failure.message()).contains("no valid access token", "administrator");
        assertThat(stub.connections).hasValue(0);
        assertThat(credentials.closed()).as("a key is not what it lacks").isZero();
        ServerConfig renewed = renewed(server, 1, bearer("token-1"));
        credentials.take(server.tenant(), List.of(renewed));
        new TestCaller(vertx, http).result(renewed, TestCaller.toolCall("{}"));
        assertThat(authorizations()).containsOnly("Bearer token-1");
    }

    private ServerConfig renewed(ServerConfig server, long renewal, CredentialHeader header) {
        SealedCredential sealed =
                Objects.requireNonNull(knownAs(server, 1, header).credential());
        return server.with(new SealedCredential(1, renewal, sealed.sealed()));
    }

    /** What waits for its token must not have it sent to where a document leads. */
    @Test
    void another_origin_is_sent_nothing_of_a_token_that_comes_later() {
        ServerConfig server = TestCaller.server(stub.url());
        ServerConfig lacking = server.with(new SealedCredential(1, 0L, Map.of()));
        credentials.take(server.tenant(), List.of(lacking));
        UpstreamHeaders own = credentials.of(lacking);
        UpstreamHeaders elsewhere = own.elsewhere();
        assertThat(elsewhere.isOpen()).isFalse();

        credentials.take(server.tenant(), List.of(renewed(server, 1, bearer("token-1"))));

        RequestOptions here = new RequestOptions();
        RequestOptions there = new RequestOptions();
        own.putInto(here);
        elsewhere.putInto(there);
        assertThat(elsewhere.isOpen()).isTrue();
        assertThat(here.getHeaders().get("authorization")).isEqualTo("Bearer token-1");
        assertThat(there.getHeaders()).isNull();
    }

    @Test
    void nobody_is_told_a_value() {
        ServerConfig server = knownAs(TestCaller.server(stub.url()), 1, bearer("plum-6"));

        assertThat(credentials.of(server).toString()).contains("Authorization").doesNotContain("plum-6");
        assertThat(bearer("plum-6").toString()).doesNotContain("plum-6");
        assertThat(server.toString()).contains("sealed credential, version 1").doesNotContain("own.");
    }
}
