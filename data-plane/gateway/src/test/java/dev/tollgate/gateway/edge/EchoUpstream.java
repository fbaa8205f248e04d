package dev.tollgate.gateway.edge;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An MCP server of the legacy era that says in everything with which {@code Authorization} it was asked. */
final class EchoUpstream {
    /** A request with what it came with. */
    record Seen(String method, String authorization, String session, JsonObject params) {}

    final List<Seen> seen = new CopyOnWriteArrayList<>();
    /** The scopes that every token lacks for calls; null: none. */
    volatile @Nullable String lacks;

    private final HttpServer server;

    EchoUpstream(Vertx vertx) {
        server = vertx.createHttpServer()
                .requestHandler(this::take)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.actualPort() + "/mcp");
    }

    List<Seen> of(String method) {
        return seen.stream().filter(one -> one.method.equals(method)).toList();
    }

    private void take(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            if (!request.method().name().equals("POST")) {
                request.response().setStatusCode(405).end();
                return;
            }
            JsonObject message = body.toJsonObject();
            String who = String.valueOf(request.getHeader("authorization"));
            seen.add(new Seen(
                    message.getString("method", ""),
                    who,
                    String.valueOf(request.getHeader("mcp-session-id")),
                    message.getJsonObject("params", new JsonObject())));
            String lacking = lacks;
            if (message.getString("method", "").equals("tools/call") && lacking != null) {
                request.response()
                        .setStatusCode(403)
                        .putHeader("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"" + lacking + "\"")
                        .end();
            } else if (message.getValue("id") == null) {
                request.response().setStatusCode(202).end();
            } else {
                answer(request, message, who);
            }
        });
    }

    private static void answer(HttpServerRequest request, JsonObject message, String who) {
        JsonObject answer = new JsonObject().put("jsonrpc", "2.0").put("id", message.getValue("id"));
        switch (message.getString("method", "")) {
            case "initialize" -> {
                request.response().putHeader("mcp-session-id", UUID.randomUUID().toString());
                answer.put(
                        "result",
                        new JsonObject(
                                "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{\"tools\":{},\"prompts\":{},"
                                        + "\"resources\":{}},\"serverInfo\":{\"name\":\"echo\",\"version\":\"1\"}}"));
            }
            case "prompts/list" ->
                answer.put(
                        "result",
                        new JsonObject().put("prompts", new JsonArray().add(new JsonObject().put("name", name(who)))));
            case "resources/list" -> answer.put("result", new JsonObject("{\"resources\":[]}"));
            case "resources/templates/list" -> answer.put("result", new JsonObject("{\"resourceTemplates\":[]}"));
            case "tools/call", "prompts/get", "resources/read" ->
                answer.put(
                        "result",
                        new JsonObject()
                                .put(
                                        "content",
                                        new JsonArray()
                                                .add(new JsonObject()
                                                        .put("type", "text")
                                                        .put("text", who))));
            default -> answer.put("error", new JsonObject("{\"code\":-32601,\"message\":\"no\"}"));
        }
        request.response().putHeader("content-type", "application/json").end(answer.toBuffer());
    }

    private static String name(String who) {
        return who.substring(who.lastIndexOf(' ') + 1);
    }
}
