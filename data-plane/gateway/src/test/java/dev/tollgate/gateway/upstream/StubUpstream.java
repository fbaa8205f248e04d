package dev.tollgate.gateway.upstream;

import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.RpcMessage;
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
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.net.ssl.SSLPeerUnverifiedException;

/** An MCP server of the legacy era on a free port, whose answer to calls a test chooses. */
final class StubUpstream implements AutoCloseable {
    /** What came in one POST. */
    record Posted(HttpServerRequest request, String method, RpcMessage message) {
        String id() {
            return Objects.requireNonNull(message.id()).text(message.bytes());
        }

        String header(String name) {
            return String.valueOf(request.getHeader(name));
        }

        void json(String body) {
            request.response().putHeader("content-type", "application/json").end(body);
        }

        void status(int status, String body) {
            request.response()
                    .setStatusCode(status)
                    .putHeader("content-type", "application/json")
                    .end(body);
        }

        /** Begins to answer with a stream of events. */
        HttpServerResponse stream() {
            return StubUpstream.stream(request);
        }

        void result(String result) {
            json("{\"jsonrpc\":\"2.0\",\"id\":" + id() + ",\"result\":" + result + "}");
        }

        String text() {
            return new String(message.bytes(), StandardCharsets.UTF_8);
        }
    }

    interface Handler {
        void handle(Posted posted);
    }

    final List<Posted> posted = new CopyOnWriteArrayList<>();
    final AtomicInteger connections = new AtomicInteger();
    final AtomicInteger sessionsBegun = new AtomicInteger();
    final Map<String, Boolean> sessions = new ConcurrentHashMap<>();
    /** Session ids of what was not POST and not GET. */
    final List<String> ended = new CopyOnWriteArrayList<>();

    final List<HttpServerRequest> got = new CopyOnWriteArrayList<>();
    volatile Consumer<HttpServerRequest> onGet =
            request -> request.response().setStatusCode(405).end();
    volatile Handler onDiscover = discover -> discover.status(
            400,
            "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32000,\"message\":\"Bad Request: Server not initialized\"},"
                    + "\"id\":null}");
    volatile Handler onInitialize = this::begin;
    volatile Handler onCall = call -> call.result("{\"content\":[]}");
    volatile Handler onOther =
            other -> other.request().response().setStatusCode(202).end();
    /** Whose certificate came with each request, as long as its connection lasts. */
    final List<String> shown = new CopyOnWriteArrayList<>();

    private final HttpServer server;
    private final String scheme;

    StubUpstream(Vertx vertx) {
        this(vertx, new HttpServerOptions());
    }

    StubUpstream(Vertx vertx, HttpServerOptions options) {
        scheme = options.isSsl() ? "https" : "http";
        server = vertx.createHttpServer(options)
                .connectionHandler(connection -> connections.incrementAndGet())
                .requestHandler(request -> request.body().onSuccess(body -> route(request, body)));
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    }

    URI url() {
        return URI.create(scheme + "://127.0.0.1:" + server.actualPort() + "/mcp?x=1");
    }

    int port() {
        return server.actualPort();
    }

    static String shownTo(HttpServerRequest request) {
        try {
            return request.sslSession().getPeerPrincipal().getName();
        } catch (SSLPeerUnverifiedException e) {
            return "nothing";
        }
    }

    private void route(HttpServerRequest request, Buffer body) {
        if (request.isSSL()) {
            shown.add(shownTo(request));
        }
        if (request.method() == HttpMethod.POST) {
            handle(request, body);
        } else if (request.method() == HttpMethod.GET) {
            got.add(request);
            onGet.accept(request);
        } else {
            ended.add(String.valueOf(request.getHeader("mcp-session-id")));
            request.response().end();
        }
    }

    private void handle(HttpServerRequest request, Buffer body) {
        RpcMessage message;
        try {
            message = RpcMessage.scan(body.getBytes());
        } catch (MalformedJson e) {
            throw new AssertionError("what the gateway sends is JSON: " + body, e);
        }
        Posted one = new Posted(request, String.valueOf(message.method()), message);
        posted.add(one);
        switch (one.method()) {
            case "server/discover" -> onDiscover.handle(one);
            case "initialize" -> onInitialize.handle(one);
            case "tools/call", "tools/list" -> {
                String session = request.getHeader("mcp-session-id");
                if (session != null && !sessions.containsKey(session)) {
                    one.status(404, "");
                } else {
                    onCall.handle(one);
                }
            }
            default -> onOther.handle(one);
        }
    }

    void begin(Posted initialize) {
        String session = UUID.randomUUID().toString();
        sessions.put(session, true);
        sessionsBegun.incrementAndGet();
        initialize.request().response().putHeader("mcp-session-id", session);
        initialize.result("{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{\"tools\":{}},"
                + "\"serverInfo\":{\"name\":\"stub\",\"version\":\"1.2\"}}");
    }

    static HttpServerResponse stream(HttpServerRequest request) {
        return request.response().setChunked(true).putHeader("content-type", "text/event-stream");
    }

    static String event(String message) {
        return "data: " + message + "\n\n";
    }

    /** What was posted that has no method: answers to what the upstream asked. */
    List<Posted> answers() {
        return posted("null");
    }

    List<Posted> posted(String method) {
        return posted.stream().filter(one -> one.method().equals(method)).toList();
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
