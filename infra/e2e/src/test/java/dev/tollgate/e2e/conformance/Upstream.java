package dev.tollgate.e2e.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tollgate.e2e.company.Workshop;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.wire.WireJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where a process says that there is a server at an address: the gateway is given it as an upstream, and the process is told
 * how to reach it through the gateway.
 */
final class Upstream implements AutoCloseable {
    private final HttpServer door;
    private final Workshop workshop;
    private final URI mcp;
    private final List<Server> made = new ArrayList<>();

    private Upstream(HttpServer door, Workshop workshop, URI mcp) {
        this.door = door;
        this.workshop = workshop;
        this.mcp = mcp;
    }

    static Upstream of(Workshop workshop, URI mcp) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var upstream = new Upstream(HttpServer.create(address, 0), workshop, mcp);
        upstream.door.createContext("/", upstream::handle);
        upstream.door.start();
        return upstream;
    }

    int port() {
        return door.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("DELETE")) {
                letGo();
                answer(exchange, 200, new byte[] {' '});
            } else {
                attach(exchange);
            }
        }
    }

    private void attach(HttpExchange exchange) throws IOException {
        var url = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        try {
            answer(exchange, 200, WireJson.encode(Map.of("mcp", mcp, "authorization", "Bearer " + secret(url))));
        } catch (RuntimeException | AssertionError e) {
            answer(exchange, 500, e.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void letGo() {
        made.forEach(workshop::remove);
        made.clear();
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    /** Of a key that sees everything on the server, once it does. */
    private String secret(String url) {
        var server = workshop.unprefixedAndApproved("suite", URI.create(url));
        made.add(server);
        var key = workshop.key("suite", "*");
        var agent = Agent.with(mcp, key.secret());
        Eventually.passes(
                "the gateway shows what is approved",
                () -> assertThat(agent.tools()).hasSize(server.approvedTools()));
        return key.secret();
    }

    @Override
    public void close() {
        door.stop(0);
        letGo();
    }
}
