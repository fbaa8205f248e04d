package dev.tollgate.control.connect;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A server that wants tokens, and the provider that it trusts, on loopback: discovery, registration, tokens, revocation.
 * Notes each request for tokens or revocation, which is what attacks must not bring about.
 */
final class WikiAndProvider implements AutoCloseable {
    static final String ACCESS = "access-quince";
    static final String REFRESH = "refresh-quince";

    private final Vertx vertx = Vertx.vertx();
    private final List<Map<String, String>> tokenRequests = new CopyOnWriteArrayList<>();
    private final List<String> revoked = new CopyOnWriteArrayList<>();
    private final AtomicInteger registered = new AtomicInteger();
    private volatile boolean revocationAway;
    private volatile boolean takesRegistrations = true;
    private volatile String issuerPath = "/realm";
    private volatile String tokenError = "";

    private final HttpServer server = vertx.createHttpServer()
            .requestHandler(this::answer)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();

    URI mcp() {
        return URI.create(origin() + "/mcp");
    }

    String issuer() {
        return origin() + issuerPath;
    }

    private String origin() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    List<Map<String, String>> tokenRequests() {
        return List.copyOf(tokenRequests);
    }

    List<String> revoked() {
        return List.copyOf(revoked);
    }

    int registered() {
        return registered.get();
    }

    void revocationIsAway(boolean away) {
        revocationAway = away;
    }

    void takesNoRegistrations() {
        takesRegistrations = false;
    }

    void movesTo(String path) {
        issuerPath = path;
    }

    void refuses(String error) {
        tokenError = error;
    }

    private void answer(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            String path = request.path();
            if (path.equals("/mcp")) {
                request.response()
                        .setStatusCode(401)
                        .putHeader(
                                "WWW-Authenticate",
                                "Bearer resource_metadata=\"" + origin()
                                        + "/.well-known/oauth-protected-resource/mcp\"")
                        .end();
            } else if (path.equals("/.well-known/oauth-protected-resource/mcp")) {
                json(
                        request,
                        200,
                        new JsonObject()
                                .put("resource", mcp().toString())
                                .put("authorization_servers", new JsonArray().add(issuer()))
                                .put("scopes_supported", new JsonArray().add("wiki.read")));
            } else if (path.equals("/.well-known/oauth-authorization-server" + issuerPath)) {
                json(request, 200, metadata());
            } else {
                act(request, path, body.toString());
            }
        });
    }

    private void act(HttpServerRequest request, String path, String body) {
        switch (path) {
            case "/register" ->
                json(
                        request,
                        201,
                        new JsonObject()
                                .put("client_id", "client-" + registered.incrementAndGet())
                                .put("client_secret", "secret-quince")
                                .put("token_endpoint_auth_method", "client_secret_basic"));
            case "/token" -> {
                tokenRequests.add(form(body));
                json(
                        request,
                        tokenError.isEmpty() ? 200 : 400,
                        tokenError.isEmpty() ? tokens() : new JsonObject().put("error", tokenError));
            }
            case "/revoke" -> {
                if (!revocationAway) {
                    revoked.add(form(body).getOrDefault("token", ""));
                }
                request.response().setStatusCode(revocationAway ? 503 : 200).end();
            }
            default -> request.response().setStatusCode(404).end();
        }
    }

    private static JsonObject tokens() {
        return new JsonObject()
                .put("access_token", ACCESS)
                .put("refresh_token", REFRESH)
                .put("token_type", "Bearer")
                .put("expires_in", 600)
                .put("scope", "wiki.read");
    }

    private JsonObject metadata() {
        JsonObject metadata = new JsonObject()
                .put("issuer", issuer())
                .put("authorization_endpoint", origin() + "/authorize")
                .put("token_endpoint", origin() + "/token")
                .put("revocation_endpoint", origin() + "/revoke")
                .put("code_challenge_methods_supported", new JsonArray().add("S256"))
                .put("authorization_response_iss_parameter_supported", true);
        return takesRegistrations ? metadata.put("registration_endpoint", origin() + "/register") : metadata;
    }

    private static void json(HttpServerRequest request, int status, JsonObject body) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(body.encode());
    }

    private static Map<String, String> form(String text) {
        return Stream.of(text.split("&"))
                .map(each -> each.split("=", 2))
                .filter(each -> each.length == 2)
                .collect(Collectors.toMap(each -> each[0], each -> URLDecoder.decode(each[1], StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
