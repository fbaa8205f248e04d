package dev.tollgate.e2e.service;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A server over HTTP that keeps all that it was ever sent. */
public final class KeepingServer implements AutoCloseable {
    private final HttpServer http;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    public KeepingServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.start();
    }

    /** What is answered in JSON. */
    public record Answered(int status, String text) {}

    /**
     * @param answer by the request's headers
     */
    public KeepingServer at(String path, Function<Headers, Answered> answer) {
        http.createContext(path, exchange -> answer(exchange, answer));
        return this;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /** Target, headers and body of each. */
    public List<String> requests() {
        return requests;
    }

    private void answer(HttpExchange exchange, Function<Headers, Answered> answer) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + "\n"
                + exchange.getRequestHeaders().entrySet() + "\n" + new String(body, StandardCharsets.UTF_8));
        Answered answered = answer.apply(exchange.getRequestHeaders());
        byte[] bytes = answered.text().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(answered.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
