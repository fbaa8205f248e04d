package dev.tollgate.control.oauth;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A server and provider of somebody else's, on loopback: answers what a test puts at a path, 404 elsewhere, and notes all. */
final class Neighbour implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final Map<String, Consumer<HttpServerRequest>> places = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server = vertx.createHttpServer()
            .requestHandler(this::answer)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();

    record Asked(String path, String authorization, String body) {
        Map<String, String> form() {
            return Neighbour.form(body);
        }
    }

    Vertx vertx() {
        return vertx;
    }

    String origin() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    URI at(String path) {
        return URI.create(origin() + path);
    }

    Neighbour says(String path, int status, Map<String, ?> body) {
        return does(
                path,
                request -> request.response().setStatusCode(status).end(new JsonObject(Map.copyOf(body)).encode()));
    }

    Neighbour does(String path, Consumer<HttpServerRequest> answer) {
        places.put(path, answer);
        return this;
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    Asked last() {
        return asked.getLast();
    }

    private void answer(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            String authorization = request.getHeader("Authorization");
            asked.add(new Asked(request.path(), authorization == null ? "" : authorization, body.toString()));
            places.getOrDefault(
                            request.path(),
                            missing -> missing.response().setStatusCode(404).end())
                    .accept(request);
        });
    }

    static Map<String, String> form(String text) {
        return Stream.of(text.split("&"))
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(each -> each[0], each -> URLDecoder.decode(each[1], StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
