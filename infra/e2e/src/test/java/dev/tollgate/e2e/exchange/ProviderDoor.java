package dev.tollgate.e2e.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A provider's addresses over HTTP: forms and queries come in, JSON, pages and redirects go out. */
final class ProviderDoor implements AutoCloseable {
    private final HttpServer http;

    ProviderDoor() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.start();
    }

    /**
     * @param fields of the query and the form
     * @param client id and secret that it came with; null: none
     */
    record Asked(Map<String, String> fields, @Nullable String client) {
        String field(String name) {
            return fields.getOrDefault(name, "");
        }
    }

    /**
     * @param location where the browser is led; null: nowhere
     */
    record Said(
            int status, String type, String text, @Nullable String location) {
        static Said json(int status, ObjectNode body) {
            return new Said(status, "application/json", body.toString(), null);
        }

        static Said refusal(String error, String description) {
            return json(
                    400,
                    JsonNodeFactory.instance.objectNode().put("error", error).put("error_description", description));
        }

        static Said page(String html) {
            return new Said(200, "text/html", html, null);
        }

        static Said ledTo(String location) {
            return new Said(302, "text/plain", "", location);
        }
    }

    String issuer() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** With what every provider's document has. */
    ProviderDoor described(ObjectNode more) {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("issuer", issuer())
                .put("token_endpoint", issuer() + "/token")
                .put("revocation_endpoint", issuer() + "/revoke");
        document.setAll(more);
        return at("/.well-known/oauth-authorization-server", _ -> Said.json(200, document));
    }

    ProviderDoor at(String path, Function<Asked, Said> answer) {
        http.createContext(path, exchange -> {
            try (exchange) {
                send(exchange, answer.apply(asked(exchange)));
            }
        });
        return this;
    }

    private static Asked asked(HttpExchange exchange) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        String query = exchange.getRequestURI().getRawQuery();
        read(query == null ? "" : query, fields);
        read(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), fields);
        String basic = exchange.getRequestHeaders().getFirst("Authorization");
        return new Asked(fields, basic == null ? null : client(basic));
    }

    private static String client(String basic) {
        byte[] both = Base64.getDecoder().decode(basic.substring("Basic ".length()));
        return URLDecoder.decode(new String(both, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static void read(String form, Map<String, String> into) {
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                into.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
    }

    private static void send(HttpExchange exchange, Said said) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", said.type());
        if (said.location() != null) {
            exchange.getResponseHeaders().add("Location", said.location());
        }
        byte[] bytes = said.text().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(said.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
