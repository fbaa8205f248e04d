package dev.tollgate.control.federation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A provider that has a discovery document, keys, and a token endpoint that knows one client and no code. */
public final class OpenIdServer implements AutoCloseable {
    /** Of the client {@code tollgate}. */
    public static final String SECRET = "very-secret";

    private final HttpServer server;

    public OpenIdServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        String document = "{\"issuer\":\"" + issuer + "\",\"authorization_endpoint\":\"" + issuer
                + "/authorize\",\"token_endpoint\":\"" + issuer + "/token\",\"jwks_uri\":\"" + issuer
                + "/keys\"}";
        String known =
                "Basic " + Base64.getEncoder().encodeToString(("tollgate:" + SECRET).getBytes(StandardCharsets.UTF_8));
        server.createContext(Discovery.SUFFIX, exchange -> answer(exchange, 200, document));
        server.createContext("/keys", exchange -> answer(exchange, 200, "{\"keys\":[]}"));
        server.createContext("/token", exchange -> {
            boolean isKnown = known.equals(exchange.getRequestHeaders().getFirst("Authorization"));
            answer(
                    exchange,
                    isKnown ? 400 : 401,
                    isKnown ? "{\"error\":\"invalid_grant\"}" : "{\"error\":\"invalid_client\"}");
        });
        server.start();
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    public URI discoveryUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + Discovery.SUFFIX);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
