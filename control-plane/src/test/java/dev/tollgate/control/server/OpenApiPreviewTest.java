package dev.tollgate.control.server;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import com.sun.net.httpserver.HttpServer;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class OpenApiPreviewTest {
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Shop, version: "2"}
            servers: [{url: /v2}]
            paths:
              /orders/{id}:
                get:
                  operationId: getOrder
                  summary: One order
                  parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                  responses: {"200": {description: ok}}
                post:
                  requestBody: {content: {text/plain: {schema: {type: string}}}}
                  parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                  responses: {"200": {description: ok}}
            """;

    private Acting owner;
    private HttpServer service;
    private String base;
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        owner = Acting.ownerOfNewTenant("oap");
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/openapi.yaml", exchange -> {
            byte[] bytes = DOCUMENT.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        service.start();
        base = "http://127.0.0.1:" + service.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void tellsTheToolsOfADocumentAndWhatIsLeftOut() {
        owner.post("/servers/openapi-preview", Map.of("documentUrl", base + "/openapi.yaml"))
                .statusCode(200)
                .body("title", equalTo("Shop"))
                .body("version", equalTo("2"))
                .body("baseUrl", equalTo(base + "/v2"))
                .body("tools.name", contains("getOrder"))
                .body("tools[0].method", equalTo("GET"))
                .body("tools[0].path", equalTo("/orders/{id}"))
                .body("tools[0].inputSchema.required", contains("id"))
                .body("omitted", hasSize(1))
                .body("omitted[0].method", equalTo("POST"))
                .body("omitted[0].reason", containsString("text/plain"));
    }

    @Test
    void takesATextWithABaseUrl() {
        owner.post("/servers/openapi-preview", Map.of("document", DOCUMENT, "baseUrl", "https://shop.example/api"))
                .statusCode(200)
                .body("baseUrl", equalTo("https://shop.example/api"))
                .body("tools", hasSize(1));
    }

    @Test
    void saysWhereATextIsBroken() {
        owner.post("/servers/openapi-preview", Map.of("document", "{\"openapi\": \"3.0.0\",\n oops}"))
                .statusCode(422)
                .body("errors[0].field", equalTo("document"))
                .body("errors[0].message", startsWith("line 2: "));
    }

    @Test
    void followsNoRedirect() {
        status = 302;

        owner.post("/servers/openapi-preview", Map.of("documentUrl", base + "/openapi.yaml"))
                .statusCode(422)
                .body("errors[0].message", equalTo("answers with status 302"));
    }

    @Test
    void readsNothingFromInside() {
        for (String url : List.of("http://169.254.169.254/x", "http://10.0.0.1/x", "http://[fd00::1]/x")) {
            owner.post("/servers/openapi-preview", Map.of("documentUrl", url))
                    .statusCode(422)
                    .body("errors[0].field", equalTo("documentUrl"))
                    .body("errors[0].message", containsString("not allowed"));
        }
        owner.post("/servers/openapi-preview", Map.of("documentUrl", "http://127.0.0.1:25/x"))
                .statusCode(422)
                .body("errors[0].message", containsString("port"));
    }

    @Test
    void wantsOneOfTheTwo() {
        owner.post("/servers/openapi-preview", Map.of()).statusCode(422);
        owner.post("/servers/openapi-preview", Map.of("document", DOCUMENT, "documentUrl", base + "/openapi.yaml"))
                .statusCode(422);
    }

    @Test
    void aServiceIsConnectedByItsDocument() {
        String environment = owner.environment("production");

        owner.post(
                        "/servers",
                        Map.of(
                                "name",
                                "shop",
                                "environmentId",
                                environment,
                                "transport",
                                Map.of("type", "openapi", "document", base + "/openapi.yaml", "baseUrl", base + "/v2")))
                .statusCode(201)
                .body("transport.type", equalTo("openapi"))
                .body("transport.document", equalTo(base + "/openapi.yaml"))
                .body("transport.baseUrl", equalTo(base + "/v2"));
        owner.post(
                        "/servers",
                        Map.of(
                                "name",
                                "inside",
                                "environmentId",
                                environment,
                                "transport",
                                Map.of("type", "openapi", "document", base, "baseUrl", "http://10.0.0.1/")))
                .statusCode(422)
                .body("errors[0].field", equalTo("transport"));
    }
}
