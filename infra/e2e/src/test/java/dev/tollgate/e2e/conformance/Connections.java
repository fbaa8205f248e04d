package dev.tollgate.e2e.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Workshop;
import dev.tollgate.model.wire.WireJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Where a scenario's process says that there is a server at an address; several may at once. */
final class Connections implements AutoCloseable {
    private final Company company;
    private final Workshop workshop;
    private final URI mcp;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger count = new AtomicInteger();
    private final HttpServer door;

    Connections(Company company, URI mcp) throws IOException {
        this.company = company;
        this.workshop = company.workshop(company.environment("production"));
        this.mcp = mcp;
        door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        door.setExecutor(threads);
        door.createContext("/", this::handle);
        door.start();
    }

    int port() {
        return door.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode told = WireJson.decode(exchange.getRequestBody().readAllBytes(), JsonNode.class);
            try (var server = ConnectedServer.made(
                    company,
                    workshop,
                    "s" + count.incrementAndGet(),
                    URI.create(told.required("url").asText()))) {
                server.knownBy(told.required("context"));
                server.serve(mcp);
                answer(exchange, 200, "done");
            } catch (RuntimeException | AssertionError e) {
                answer(exchange, 500, String.valueOf(e.getMessage()));
            }
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        door.stop(0);
        threads.shutdownNow();
    }
}
