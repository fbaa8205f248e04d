package dev.tollgate.e2e.renewal;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import dev.tollgate.e2e.service.KeepingServer;
import dev.tollgate.model.wire.WireJson;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;

/** A service that lets in whoever has an access token that has not run out, and says which one it was. */
final class BearerService implements AutoCloseable {
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Bearer, version: 1.0.0}
            servers: [{url: /v1}]
            paths:
              /token:
                get:
                  operationId: whichToken
                  responses: {"200": {description: ok, content: {application/json: {schema: {type: object}}}}}
            """;

    private final KeepingServer http = new KeepingServer();

    BearerService() throws IOException {
        http.at("/openapi.yaml", _ -> new KeepingServer.Answered(200, DOCUMENT))
                .at("/v1/token", BearerService::whichToken);
    }

    URI document() {
        return http.address().resolve("/openapi.yaml");
    }

    private static KeepingServer.Answered whichToken(Headers headers) {
        var header = headers.getFirst("Authorization");
        if (header == null || header.split("\\.").length != 3) {
            return new KeepingServer.Answered(401, "{\"error\":\"no token\"}");
        }
        var claims = WireJson.decode(Base64.getUrlDecoder().decode(header.split("\\.")[1]), JsonNode.class);
        var over = Instant.ofEpochSecond(claims.required("exp").asLong()).isBefore(Instant.now());
        return new KeepingServer.Answered(
                over ? 401 : 200, over ? "{\"error\":\"has run out\"}" : "{\"token\":" + claims.required("jti") + "}");
    }

    @Override
    public void close() {
        http.close();
    }
}
