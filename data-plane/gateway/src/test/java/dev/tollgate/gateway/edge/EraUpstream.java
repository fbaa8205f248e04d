package dev.tollgate.gateway.edge;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An MCP server of one era on a free port: the same server in both, as far as its era lets it be. */
final class EraUpstream implements AutoCloseable {
    static final String SUBSCRIPTION = "io.modelcontextprotocol/subscriptionId";
    private static final String META = "io.modelcontextprotocol/";
    private static final String CAPABILITIES = "{\"tools\":{\"listChanged\":true},\"prompts\":{\"listChanged\":true},"
            + "\"resources\":{\"listChanged\":true,\"subscribe\":true},\"completions\":{},\"logging\":{}}";
    private static final List<String> LEVELS = List.of("debug", "info", "warning", "error");

    final boolean modern;
    final List<EraPosted> posted = new CopyOnWriteArrayList<>();
    /** Names of tools whose answer nobody waited for. */
    final List<String> abandoned = new CopyOnWriteArrayList<>();
    /** A result or an error, as JSON, by the method and the name or address asked for. */
    final Map<String, String> answers = new ConcurrentHashMap<>();

    private final Map<String, JsonObject> capabilities = new ConcurrentHashMap<>();
    /** The calls in which something is asked, by the question's id. */
    private final Map<String, EraPosted> asked = new ConcurrentHashMap<>();

    private final List<Stream> streams = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private record Stream(
            HttpServerResponse response, @Nullable Object subscription) {}

    EraUpstream(Vertx vertx, boolean modern) {
        this.modern = modern;
        server = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> route(request, body)));
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.actualPort() + "/mcp");
    }

    List<EraPosted> posted(String method) {
        return posted.stream().filter(one -> one.method().equals(method)).toList();
    }

    private void route(HttpServerRequest request, Buffer body) {
        if (request.method() == HttpMethod.POST) {
            EraPosted one = new EraPosted(request, body.toString(), new JsonObject(body));
            posted.add(one);
            handle(one);
        } else if (request.method() == HttpMethod.GET && !modern) {
            listen(new Stream(EraPosted.stream(request.response()), null));
            request.response().write(": here\n\n");
        } else {
            request.response().setStatusCode(modern ? 405 : 200).end();
        }
    }

    private void handle(EraPosted one) {
        switch (one.method()) {
            case "server/discover" -> discover(one);
            case "initialize" -> initialize(one);
            case "subscriptions/listen" -> subscribe(one);
            case "resources/subscribe", "resources/unsubscribe", "logging/setLevel" -> result(one, "{}");
            case "tools/call" -> call(one);
            case "" -> answered(one);
            default -> {
                if (one.message().containsKey("id")) {
                    plain(one);
                } else {
                    one.request().response().setStatusCode(202).end();
                }
            }
        }
    }

    private void discover(EraPosted one) {
        if (modern) {
            result(
                    one,
                    "{\"supportedVersions\":[\"2026-07-28\"],\"capabilities\":" + CAPABILITIES
                            + ",\"ttlMs\":0,\"cacheScope\":\"public\"}");
        } else {
            one.error(400, "{\"code\":-32000,\"message\":\"Bad Request: Server not initialized\"}");
        }
    }

    private void initialize(EraPosted one) {
        if (modern) {
            one.error(404, "{\"code\":-32601,\"message\":\"Method not found\"}");
            return;
        }
        String session = UUID.randomUUID().toString();
        capabilities.put(session, one.params().getJsonObject("capabilities"));
        one.request().response().putHeader("mcp-session-id", session);
        result(
                one,
                "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":" + CAPABILITIES
                        + ",\"serverInfo\":{\"name\":\"up\",\"version\":\"1\"}}");
    }

    private void subscribe(EraPosted one) {
        HttpServerResponse response = one.stream();
        Stream stream = new Stream(response, one.message().getValue("id"));
        write(
                stream,
                "notifications/subscriptions/acknowledged",
                new JsonObject().put("notifications", one.params().getJsonObject("notifications")));
        listen(stream);
    }

    private void listen(Stream stream) {
        streams.add(stream);
        stream.response.closeHandler(_ -> streams.remove(stream));
    }

    boolean isListenedTo() {
        return !streams.isEmpty();
    }

    /** Says something outside calls. */
    void say(String method, JsonObject params) {
        streams.forEach(stream -> write(stream, method, params.copy()));
    }

    private static void write(Stream stream, String method, JsonObject params) {
        if (stream.subscription != null) {
            params.put("_meta", new JsonObject().put(SUBSCRIPTION, stream.subscription));
        }
        EraPosted.event(stream.response, EraPosted.notification(method, params.encode()));
    }

    private void call(EraPosted one) {
        String tool = one.params().getString("name");
        EraQuestion question = EraQuestion.BY_TOOL.get(tool);
        if (question != null) {
            ask(one, question);
            return;
        }
        switch (tool) {
            case "progress" -> {
                Object token = one.meta().getValue("progressToken");
                one.stream();
                EraPosted.event(
                        one.request().response(),
                        EraPosted.notification(
                                "notifications/progress",
                                new JsonObject()
                                        .put("progressToken", token)
                                        .put("progress", 1)
                                        .encode()));
                end(one, "{\"content\":[]}");
            }
            case "log" -> log(one);
            case "hang" -> {
                one.stream().write(": working\n\n");
                one.request().response().closeHandler(_ -> abandoned.add(tool));
            }
            default -> plain(one);
        }
    }

    /** A server of the modern era sends what the request asks for, one of before all that it has. */
    private void log(EraPosted one) {
        String least = modern ? one.meta().getString(META + "logLevel") : "debug";
        one.stream();
        LEVELS.stream()
                .skip(least == null ? LEVELS.size() : LEVELS.indexOf(least))
                .forEach(level -> EraPosted.event(
                        one.request().response(),
                        EraPosted.notification(
                                "notifications/message", "{\"level\":\"" + level + "\",\"data\":1.50}")));
        end(one, "{\"content\":[]}");
    }

    private void ask(EraPosted one, EraQuestion question) {
        String session = one.request().getHeader("mcp-session-id");
        JsonObject said = modern
                ? one.meta().getJsonObject(META + "clientCapabilities")
                : capabilities.get(Objects.requireNonNull(session));
        if (!question.canBePutTo(said)) {
            cannotAsk(one, question);
        } else if (modern && one.params().containsKey("inputResponses")) {
            result(one, heard(one.params().getJsonObject("inputResponses").getJsonObject("q")));
        } else if (modern) {
            result(
                    one,
                    "{\"resultType\":\"input_required\",\"requestState\":\"s\",\"inputRequests\":{\"q\":{\"method\":\""
                            + question.method() + "\",\"params\":" + question.params() + "}}}");
        } else {
            String id = UUID.randomUUID().toString();
            asked.put(id, one);
            EraPosted.event(
                    one.stream(),
                    "{\"jsonrpc\":\"2.0\",\"id\":\"" + id + "\",\"method\":\"" + question.method() + "\",\"params\":"
                            + question.params() + "}");
        }
    }

    private void cannotAsk(EraPosted one, EraQuestion question) {
        if (modern) {
            one.error(
                    400,
                    "{\"code\":-32021,\"message\":\"Missing required client capability\",\"data\":"
                            + "{\"requiredCapabilities\":{\"" + question.capability() + "\":{}}}}");
        } else {
            result(one, cannotDo(question.capability()));
        }
    }

    private static String cannotDo(String capability) {
        return "{\"content\":[{\"type\":\"text\",\"text\":\"This client cannot do " + capability
                + "\"}],\"isError\":true}";
    }

    /** The client's answer to what a tool asked. */
    private void answered(EraPosted one) {
        one.request().response().setStatusCode(202).end();
        EraPosted call = asked.remove(one.message().getString("id"));
        if (call != null) {
            JsonObject answer = one.message().getJsonObject("result");
            end(call, answer == null ? cannotDo(EraQuestion.UNASKED) : heard(answer));
        }
    }

    private static String heard(@Nullable JsonObject answer) {
        return "{\"content\":[],\"heard\":" + answer + "}";
    }

    private void plain(EraPosted one) {
        JsonObject params = one.params();
        JsonObject ref = params.getJsonObject("ref", new JsonObject());
        String what = params.getString(
                "name",
                params.getString("uri", ref.getString("name", ref.getString("uri", params.getString("cursor")))));
        String answer = answers.get(what == null ? one.method() : one.method() + " " + what);
        if (answer == null) {
            one.error(modern ? 404 : 200, "{\"code\":-32601,\"message\":\"Method not found\"}");
        } else if (answer.startsWith("{\"code\"")) {
            one.error(200, answer);
        } else {
            result(one, answer);
        }
    }

    /** What this server's result looks like on the wire. */
    String inOwnWords(String method, String result) {
        if (!modern || result.contains("\"resultType\"")) {
            return result;
        }
        boolean keeps = method.endsWith("/list") || method.equals("resources/read");
        return "{\"resultType\":\"complete\"," + (keeps ? "\"ttlMs\":5,\"cacheScope\":\"public\"," : "")
                + result.substring(1);
    }

    private void result(EraPosted one, String result) {
        one.answer(200, "\"result\":" + inOwnWords(one.method(), result));
    }

    private void end(EraPosted one, String result) {
        one.end("\"result\":" + inOwnWords(one.method(), result));
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
