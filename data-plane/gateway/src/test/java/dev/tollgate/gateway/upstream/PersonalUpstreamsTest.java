package dev.tollgate.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.fixture.TestConnection;
import dev.tollgate.gateway.person.PersonConnections;
import dev.tollgate.gateway.person.Way;
import dev.tollgate.gateway.upstream.openapi.OpenApiUpstreams;
import dev.tollgate.gateway.upstream.sse.SseUpstreams;
import dev.tollgate.model.config.PersonalAccess;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.Transport;
import dev.tollgate.model.seal.Seal;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is opened to a server by one person's connection carries their headers, and serves nobody else. */
class PersonalUpstreamsTest {
    private static final String CLIENT = "editor";

    private final Vertx vertx = Vertx.vertx();
    private final Seal seal = Seal.of(List.of());
    private final PersonConnections people = new PersonConnections(seal, TestConnection.REGION);
    private final SystemResolver resolver = new SystemResolver(vertx);
    private final HealthBook health = new HealthBook(InstantSource.system());
    private final HttpUpstreams http = new HttpUpstreams(vertx, resolver, true, people::headers, changed -> {}, health);
    private final SseUpstreams sse = new SseUpstreams(vertx, resolver, true, people::headers, changed -> {}, health);
    private final OpenApiUpstreams api = new OpenApiUpstreams(vertx, resolver, true, people::headers, health);
    private final StubUpstream stub = new StubUpstream(vertx);
    private final UUID ann = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    @AfterEach
    void stop() {
        http.close();
        sse.close();
        api.close();
        stub.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private ServerConfig personal(ServerConfig server) {
        ServerConfig personal = server.with(new PersonalAccess(null));
        new TestConnection(seal, personal, ann)
                .connected("Bearer of-ann", CLIENT)
                .publish(people);
        new TestConnection(seal, personal, bob)
                .connected("Bearer of-bob", CLIENT)
                .publish(people);
        return personal;
    }

    private ServerConfig by(ServerConfig server, UUID person) {
        return ((Way.Open) people.way(server, person, CLIENT)).server();
    }

    @Test
    void eachPersonHasSessionsOfTheirOwn() {
        ServerConfig server = personal(TestCaller.server(stub.url()));
        TestCaller caller = new TestCaller(vertx, http);

        caller.result(by(server, ann), TestCaller.toolCall("{}"));
        caller.result(by(server, bob), TestCaller.toolCall("{}"));
        caller.result(by(server, ann), TestCaller.toolCall("{}"));

        assertThat(stub.sessionsBegun).hasValue(2);
        assertThat(stub.posted.stream()
                        .filter(one -> one.method().equals("tools/call"))
                        .map(one -> one.header("authorization")))
                .containsExactly("Bearer of-ann", "Bearer of-bob", "Bearer of-ann");
        assertThat(stub.posted.stream()
                        .filter(one -> one.method().equals("tools/call"))
                        .map(one -> one.header("mcp-session-id") + one.header("authorization"))
                        .distinct())
                .hasSize(2);
        assertThat(health.read()).as("how the server does is one thing").hasSize(1);
    }

    @Test
    void connectionsOfHttpWithSseToo() {
        try (SseStub old = new SseStub(vertx)) {
            ServerConfig server = personal(TestCaller.server(new Transport.Sse(old.url())));
            TestCaller caller = new TestCaller(vertx, sse);

            caller.result(by(server, ann), TestCaller.toolCall("{}"));
            int ofAnn = old.requests.size();
            caller.result(by(server, bob), TestCaller.toolCall("{}"));

            assertThat(old.requests.subList(0, ofAnn))
                    .allSatisfy(
                            one -> assertThat(one.getHeader("authorization")).isEqualTo("Bearer of-ann"));
            assertThat(old.requests.subList(ofAnn, old.requests.size()))
                    .hasSizeGreaterThan(3)
                    .allSatisfy(
                            one -> assertThat(one.getHeader("authorization")).isEqualTo("Bearer of-bob"));
        }
    }

    @Test
    void servicesToo() {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer service = vertx.createHttpServer()
                .requestHandler(request -> {
                    asked.add(request.path() + " " + request.getHeader("authorization"));
                    request.response()
                            .putHeader("content-type", "application/json")
                            .end(
                                    request.path().equals("/openapi.json")
                                            ? "{\"openapi\":\"3.0.3\",\"info\":{\"title\":\"t\",\"version\":\"1\"},"
                                                    + "\"servers\":[{\"url\":\"/v1\"}],\"paths\":{\"/x\":{\"get\":{"
                                                    + "\"operationId\":\"getX\",\"responses\":{\"200\":{"
                                                    + "\"description\":\"ok\"}}}}}}"
                                            : "{}");
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        ServerConfig server = personal(TestCaller.server(
                new Transport.OpenApi(URI.create("http://127.0.0.1:" + service.actualPort() + "/openapi.json"), null)));
        UpstreamCall call = new UpstreamCall(
                "tools/call", "getX", Buffer.buffer("{\"name\":\"getX\",\"arguments\":{}}"), null, 30_000, null);

        new TestCaller(vertx, api).result(by(server, ann), call);
        new TestCaller(vertx, api).result(by(server, bob), call);

        assertThat(asked)
                .containsExactly(
                        "/openapi.json Bearer of-ann",
                        "/v1/x Bearer of-ann",
                        "/openapi.json Bearer of-bob",
                        "/v1/x Bearer of-bob");
    }

    @Test
    void byNobodyNothingIsAsked() {
        ServerConfig server = personal(TestCaller.server(stub.url()));

        assertThat(new TestCaller(vertx, http).reply(server, TestCaller.toolCall("{}")))
                .isInstanceOfSatisfying(
                        UpstreamReply.Failure.class,
                        failure -> assertThat(failure.message()).contains("on nobody's behalf"));
        assertThat(stub.posted).isEmpty();
    }
}
