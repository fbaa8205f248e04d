package dev.tollgate.gateway.upstream;

import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.RpcMessage;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** An MCP server over HTTP with SSE on a free port, whose words a test chooses. */
final class SseStub implements AutoCloseable {
    final List<HttpServerResponse> streams = new CopyOnWriteArrayList<>();
    final List<String> posted = new CopyOnWriteArrayList<>();
    final List<HttpServerRequest> requests = new CopyOnWriteArrayList<>();
    /** The headers of each post. */
    final List<MultiMap> headers = new CopyOnWriteArrayList<>();

    volatile String endpoint = "/message?s=SESSION";
    volatile int postStatus = 202;
    /** What is done with a call: the stream that it belongs to, and its id. */
    volatile BiConsumer<HttpServerResponse, String> onCall = (stream, id) -> answer(stream, id, "{}");

    final List<String> shown = new CopyOnWriteArrayList<>();

    private final HttpServer server;
    private final String scheme;

    SseStub(Vertx vertx) {
        this(vertx, new HttpServerOptions());
    }

    SseStub(Vertx vertx, HttpServerOptions options) {
        scheme = options.isSsl() ? "https" : "http";
        server = vertx.createHttpServer(options)
                .requestHandler(request -> request.body().onSuccess(body -> handle(request, body)));
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    }

    URI url() {
        return URI.create(scheme + "://127.0.0.1:" + server.actualPort() + "/sse");
    }

    private void handle(HttpServerRequest request, Buffer body) {
        requests.add(request);
        if (request.isSSL()) {
            shown.add(StubUpstream.shownTo(request));
        }
        if (request.method() == HttpMethod.GET) {
            HttpServerResponse stream = StubUpstream.stream(request);
            streams.add(stream);
            stream.write("event: endpoint\ndata: " + endpoint.replace("SESSION", String.valueOf(streams.size() - 1))
                    + "\n\n");
            return;
        }
        posted.add(body.toString(StandardCharsets.UTF_8));
        headers.add(request.headers());
        boolean taken = postStatus / 100 == 2 || !body.toString().contains("tools/call");
        request.response().setStatusCode(taken ? 202 : postStatus).end();
        if (taken) {
            act(streams.get(Integer.parseInt(request.getParam("s"))), body);
        }
    }

    private void act(HttpServerResponse stream, Buffer body) {
        try {
            RpcMessage message = RpcMessage.scan(body.getBytes());
            String method = String.valueOf(message.method());
            if (message.id() == null || method.equals("null")) {
                return;
            }
            String id = Objects.requireNonNull(message.id()).text(message.bytes());
            if (method.equals("initialize")) {
                answer(
                        stream,
                        id,
                        "{\"protocolVersion\":\"2024-11-05\",\"capabilities\":{\"tools\":{}},"
                                + "\"serverInfo\":{\"name\":\"old\",\"version\":\"1\"}}");
            } else if (method.equals("tools/call")) {
                onCall.accept(stream, id);
            } else {
                answer(stream, id, "{}");
            }
        } catch (MalformedJson e) {
            throw new AssertionError("what the gateway sends is JSON: " + body, e);
        }
    }

    static void answer(HttpServerResponse stream, String id, String result) {
        stream.write("event: message\ndata: {\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":" + result + "}\n\n");
    }

    List<String> posted(String method) {
        return posted.stream()
                .filter(one -> one.contains("\"method\":\"" + method + "\""))
                .toList();
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
