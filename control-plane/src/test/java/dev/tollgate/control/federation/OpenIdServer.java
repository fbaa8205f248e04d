package dev.tollgate.control.federation;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A provider that has a discovery document, and nothing else. */
public final class OpenIdServer implements AutoCloseable {
    private final HttpServer server;

    public OpenIdServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        byte[] document = ("{\"issuer\":\"" + issuer + "\",\"authorization_endpoint\":\"" + issuer
                        + "/authorize\",\"token_endpoint\":\"" + issuer + "/token\",\"jwks_uri\":\"" + issuer
                        + "/keys\"}")
                .getBytes(StandardCharsets.UTF_8);
        server.createContext(Discovery.SUFFIX, exchange -> {
            exchange.sendResponseHeaders(200, document.length);
            exchange.getResponseBody().write(document);
            exchange.close();
        });
        server.start();
    }

    public URI discoveryUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + Discovery.SUFFIX);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
