package dev.tollgate.e2e.renewal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The one way to a provider: passes everything on, notes each grant, and stops once at a point for something to be done. */
final class ProviderDoor implements AutoCloseable {
    /** Where a request for tokens has got to. */
    enum Point {
        DESCRIBED,
        ASKED,
        ANSWERED,
        DELIVERED
    }

    /** Answers whether the request goes on behind the point. */
    interface Turn {
        boolean goesOn() throws Exception;
    }

    /**
     * A request for tokens.
     *
     * @param status that the provider answered with
     */
    record Grant(String type, int status) {}

    private record Stop(Point point, Turn turn, CompletableFuture<Boolean> taken) {}

    private final HttpServer http;
    private final URI provider;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Grant> grants = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable Stop> stop = new AtomicReference<>();

    ProviderDoor(URI provider) throws IOException {
        this.provider = provider;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", this::pass);
        http.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    List<Grant> grants() {
        return List.copyOf(grants);
    }

    long grants(String type) {
        return grants.stream().filter(grant -> grant.type().equals(type)).count();
    }

    /** Once, at the next request that gets there; the answer is done when the turn is. */
    CompletableFuture<Boolean> at(Point point, Turn turn) {
        var taken = new CompletableFuture<Boolean>();
        stop.set(new Stop(point, turn, taken));
        return taken;
    }

    private boolean goesOn(Point point) {
        var due = stop.get();
        if (due == null || due.point() != point || !stop.compareAndSet(due, null)) {
            return true;
        }
        try {
            var goesOn = due.turn().goesOn();
            due.taken().complete(goesOn);
            return goesOn;
        } catch (Exception | AssertionError e) {
            due.taken().completeExceptionally(e);
            return false;
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var body = exchange.getRequestBody().readAllBytes();
            var asksForTokens = path.endsWith("/token");
            if (path.contains("/.well-known/") && !goesOn(Point.DESCRIBED)) {
                return;
            }
            if (asksForTokens && !goesOn(Point.ASKED)) {
                return;
            }
            var answer = ask(exchange, body);
            if (asksForTokens) {
                grants.add(new Grant(type(body), answer.statusCode()));
                if (!goesOn(Point.ANSWERED)) {
                    return;
                }
            }
            deliver(exchange, answer);
            if (asksForTokens) {
                goesOn(Point.DELIVERED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<byte[]> ask(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        provider.resolve(exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        for (var name : List.of("Authorization", "Content-Type", "Accept")) {
            Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
                    .ifPresent(value -> request.header(name, value));
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static void deliver(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        answer.headers()
                .firstValue("Content-Type")
                .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
        exchange.getResponseBody().close();
    }

    private static String type(byte[] form) {
        return new String(form, StandardCharsets.US_ASCII)
                .transform(text -> List.of(text.split("&"))).stream()
                        .filter(field -> field.startsWith("grant_type="))
                        .map(field ->
                                URLDecoder.decode(field.substring("grant_type=".length()), StandardCharsets.UTF_8))
                        .findFirst()
                        .orElse("none");
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
