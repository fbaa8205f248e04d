package dev.tollgate.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.upstream.UpstreamReply.Kind;
import dev.tollgate.gateway.upstream.UpstreamReply.Stage;
import dev.tollgate.gateway.upstream.openapi.OpenApiUpstreams;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.Transport;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service behind a real socket, called as an upstream. */
class OpenApiUpstreamsTest {
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Shop, version: "2.1"}
            servers: [{url: /v2}]
            paths:
              /orders/{id}:
                post:
                  operationId: putOrder
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: string}}
                    - {name: X-Level, in: header, schema: {type: integer}}
                  requestBody:
                    required: true
                    content: {application/json: {schema: {type: object}}}
                  responses: {"200": {description: ok}}
                get:
                  operationId: getOrder
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: string}}
                  responses:
                    "200": {description: ok, content: {application/json: {schema: {type: object}}}}
            """;

    private record Asked(String method, String uri, io.vertx.core.MultiMap headers, String body) {}

    private final Vertx vertx = Vertx.vertx();
    private final OpenApiUpstreams upstreams = new OpenApiUpstreams(vertx, new SystemResolver(vertx), true);
    private final TestCaller caller = new TestCaller(vertx, upstreams);
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile String document = DOCUMENT;
    private volatile Consumer<HttpServerRequest> operation = request ->
            request.response().putHeader("content-type", "application/json").end("{\"a\":1.50}");
    private HttpServer service;
    private ServerConfig server;

    @BeforeEach
    void start() {
        service = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    asked.add(new Asked(request.method().name(), request.uri(), request.headers(), body.toString()));
                    if (request.path().equals("/openapi.yaml")) {
                        request.response().end(document);
                    } else {
                        operation.accept(request);
                    }
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        server = TestCaller.server(new Transport.OpenApi(url("/openapi.yaml"), null));
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + service.actualPort() + path);
    }

    @AfterEach
    void stop() {
        upstreams.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static UpstreamCall method(String method) {
        return new UpstreamCall(method, null, Buffer.buffer("{}"), null, 30_000, null);
    }

    private static UpstreamCall tool(String name, String arguments) {
        return tool(name, arguments, 30_000);
    }

    private static UpstreamCall tool(String name, String arguments, long timeoutMillis) {
        return new UpstreamCall(
                "tools/call",
                name,
                Buffer.buffer("{\"name\":\"" + name + "\",\"arguments\":" + arguments + "}"),
                null,
                timeoutMillis,
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    }

    private UpstreamReply.Result call(String name, String arguments) {
        return (UpstreamReply.Result) caller.reply(server, tool(name, arguments));
    }

    private static JsonObject json(UpstreamReply.Result result) {
        return result.result().toJsonObject();
    }

    private static String text(UpstreamReply.Result result) {
        return json(result).getJsonArray("content").getJsonObject(0).getString("text");
    }

    @Test
    void listsTheDocumentsOperations() {
        JsonArray tools = new JsonObject(caller.result(server, method("tools/list"))).getJsonArray("tools");

        assertThat(tools).hasSize(2);
        assertThat(tools.getJsonObject(0).getString("name")).isEqualTo("getOrder");
        assertThat(upstreams.identity(server)).hasValueSatisfying(identity -> {
            assertThat(identity.name()).isEqualTo("Shop");
            assertThat(identity.version()).isEqualTo("2.1");
            assertThat(identity.capabilities().tools()).isTrue();
        });
    }

    @Test
    void sendsWhatTheArgumentsStandForAndNoMore() {
        UpstreamReply.Result result =
                call("putOrder", "{\"id\":\"a/b\",\"X-Level\":3,\"body\":{\"n\":1.10,\"s\":\"ü\"}}");

        Asked sent = asked.getLast();
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.uri()).isEqualTo("/v2/orders/a%2Fb");
        assertThat(sent.body()).isEqualTo("{\"n\":1.10,\"s\":\"ü\"}");
        assertThat(sent.headers().names().stream().map(String::toLowerCase))
                .containsExactlyInAnyOrder(
                        "host", "user-agent", "accept", "content-type", "content-length", "traceparent", "x-level");
        assertThat(sent.headers().get("traceparent")).startsWith("00-0af7651916cd43dd8448eb211c80319c-");
        assertThat(result.isError()).isFalse();
        assertThat(result.result().toString()).contains("\"structuredContent\":{\"a\":1.50}");
        assertThat(text(result)).isEqualTo("{\"a\":1.50}");
    }

    @Test
    void handsOnTheHeadersThatItIsGivenButForWhatTheOperationSaysItself() {
        UpstreamCall plain = tool("putOrder", "{\"id\":\"a\",\"X-Level\":3,\"body\":{\"n\":1}}");
        UpstreamCall handing = new UpstreamCall(
                plain.method(),
                plain.name(),
                plain.params(),
                null,
                30_000,
                null,
                Map.of(),
                ClientAbilities.NONE,
                null,
                Map.of("x-shop", "north", "x-level", "9"));

        caller.result(server, handing);

        assertThat(asked.getFirst().headers().contains("x-shop")).isFalse();
        assertThat(asked.getLast().headers().get("x-shop")).isEqualTo("north");
        assertThat(asked.getLast().headers().getAll("x-level")).containsExactly("3");
    }

    @Test
    void readsTheDocumentOnceForManyCallsAndAgainForAList() {
        for (int i = 0; i < 5; i++) {
            call("getOrder", "{\"id\":\"1\"}");
        }
        assertThat(asked.stream().filter(each -> each.uri().equals("/openapi.yaml")))
                .hasSize(1);

        document = DOCUMENT.replace("getOrder", "readOrder");
        String list = caller.result(server, method("tools/list"));

        assertThat(list).contains("readOrder").doesNotContain("getOrder");
        assertThat(call("readOrder", "{\"id\":\"1\"}").isError()).isFalse();
    }

    @Test
    void sendsNothingThatDoesNotFit() {
        call("getOrder", "{\"id\":\"1\"}");
        int before = asked.size();

        assertThat(text(call("getOrder", "{}"))).contains("'id'");
        assertThat(text(call("putOrder", "{\"id\":\"1\",\"X-Level\":\"x\",\"body\":{}}")))
                .contains("X-Level");
        assertThat(text(call("getOrder", "{\"id\":\"..\"}"))).contains("argument id ");

        assertThat(asked).hasSize(before);
    }

    @Test
    void tellsAnErrorOfTheServiceAsTheTools() {
        operation = request -> request.response()
                .setStatusCode(404)
                .putHeader("content-type", "application/problem+json")
                .end("{\"title\":\"no such order\"}" + " ".repeat(20_000));

        UpstreamReply.Result result = call("getOrder", "{\"id\":\"1\"}");

        assertThat(result.isError()).isTrue();
        assertThat(text(result)).startsWith("HTTP 404 Not Found\n{\"title\":\"no such order\"}");
        assertThat(text(result).length()).isLessThan(9_000);
        assertThat(json(result).containsKey("structuredContent")).isFalse();
    }

    @Test
    void followsNoRedirect() {
        operation = request -> request.response()
                .setStatusCode(302)
                .putHeader("location", "/v2/else")
                .end();

        assertThat(text(call("getOrder", "{\"id\":\"1\"}"))).startsWith("HTTP 302");
        assertThat(asked.getLast().uri()).isEqualTo("/v2/orders/1");
    }

    @Test
    void saysSoIfAPromisedObjectDoesNotCome() {
        operation = request -> request.response().setStatusCode(204).end();

        assertThat(call("getOrder", "{\"id\":\"1\"}").isError()).isTrue();
        assertThat(text(call("putOrder", "{\"id\":\"1\",\"body\":{}}"))).isEqualTo("HTTP 204 No Content");
    }

    @Test
    void passesOtherKindsOfContent() {
        byte[] bytes = {0, 1, -1};
        operation = request -> request.response()
                .putHeader("content-type", request.uri().endsWith("1") ? "image/png" : "application/zip")
                .end(Buffer.buffer(bytes));

        JsonObject image = json(call("putOrder", "{\"id\":\"1\",\"body\":{}}"))
                .getJsonArray("content")
                .getJsonObject(0);
        JsonObject blob = json(call("putOrder", "{\"id\":\"2\",\"body\":{}}"))
                .getJsonArray("content")
                .getJsonObject(0);

        assertThat(image.getString("type")).isEqualTo("image");
        assertThat(image.getString("mimeType")).isEqualTo("image/png");
        assertThat(image.getString("data")).isEqualTo("AAH/");
        assertThat(blob.getJsonObject("resource").getString("blob")).isEqualTo("AAH/");
    }

    @Test
    void passesTextInItsCharset() {
        operation = request -> request.response()
                .putHeader("content-type", "text/plain; charset=ISO-8859-1")
                .end(Buffer.buffer(new byte[] {'G', 'r', (byte) 0xfc, 'n'}));

        assertThat(text(call("putOrder", "{\"id\":\"1\",\"body\":{}}"))).isEqualTo("Grün");
    }

    @ParameterizedTest
    @ValueSource(strings = {"resources/list", "prompts/get", "completion/complete"})
    void hasToolsOnly(String method) {
        UpstreamReply reply = caller.reply(server, method(method));

        assertThat(((UpstreamReply.Error) reply).error().toJsonObject().getInteger("code"))
                .isEqualTo(-32601);
    }

    @Test
    void doesNotKnowWhatTheDocumentDoesNotHave() {
        UpstreamReply reply = caller.reply(server, tool("dropOrders", "{}"));

        assertThat(((UpstreamReply.Error) reply).error().toJsonObject().getInteger("code"))
                .isEqualTo(-32602);
    }

    @Test
    void givesUpWhenTheTimeIsUp() {
        operation = request -> {};
        call("putOrder", "{\"id\":\"..\",\"body\":{}}");

        UpstreamReply.Failure failure = caller.failure(server, tool("getOrder", "{\"id\":\"1\"}", 200));

        assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(failure.message()).isEqualTo("The server crm did not answer within 200 ms.");
    }

    @Test
    void saysWhatIsWrongWithTheDocument() {
        document = "openapi: 3.0.0\ninfo: [\n";

        UpstreamReply.Failure failure = caller.failure(server, method("tools/list"));

        assertThat(failure.stage()).isEqualTo(Stage.INITIALIZE);
        assertThat(failure.message()).startsWith("The server crm has an OpenAPI document that cannot be used: line ");
    }

    @Test
    void keepsTheLastGoodDocumentForCalls() {
        call("getOrder", "{\"id\":\"1\"}");
        document = "nonsense";

        caller.failure(server, method("tools/list"));

        assertThat(call("getOrder", "{\"id\":\"1\"}").isError()).isFalse();
    }

    @Test
    void dialsNoAddressThatIsNotAllowed() {
        AddressGate.Resolver inside = host -> Future.succeededFuture(List.of(InetAddress.ofLiteral("10.0.0.1")));
        try (OpenApiUpstreams guarded = new OpenApiUpstreams(vertx, inside, true)) {
            ServerConfig hidden =
                    TestCaller.server(new Transport.OpenApi(URI.create("http://docs.example/openapi.json"), null));

            UpstreamReply.Failure failure = new TestCaller(vertx, guarded).failure(hidden, method("tools/list"));

            assertThat(failure.stage()).isEqualTo(Stage.ADDRESS);
            assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        }
    }

    @Test
    void dialsNoAddressThatTheDocumentNames() {
        document = DOCUMENT.replace("/v2}", "\"http://169.254.169.254/latest\"}");

        UpstreamReply.Failure failure = caller.failure(server, tool("getOrder", "{\"id\":\"1\"}"));

        assertThat(failure.stage()).isEqualTo(Stage.ADDRESS);
        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void opensTheCircuitOfAServiceThatIsGone() {
        call("getOrder", "{\"id\":\"1\"}");
        service.close().toCompletionStage().toCompletableFuture().join();
        for (int i = 0; i < CircuitBreaker.FAILURES_TO_OPEN + 1; i++) {
            caller.failure(server, tool("getOrder", "{\"id\":\"1\"}"));
        }

        UpstreamReply.Failure failure = caller.failure(server, tool("getOrder", "{\"id\":\"1\"}"));

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure.retryAfterMillis()).isPositive();
    }

    @Test
    void letsGoOfServersThatAreNotWanted() {
        call("getOrder", "{\"id\":\"1\"}");
        assertThat(upstreams.openUpstreams()).isEqualTo(1);

        upstreams.closeUnless(config -> false);

        assertThat(upstreams.openUpstreams()).isZero();
        assertThat(call("getOrder", "{\"id\":\"1\"}").isError()).isFalse();
    }
}
