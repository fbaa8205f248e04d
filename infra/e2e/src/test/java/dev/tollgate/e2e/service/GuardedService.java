package dev.tollgate.e2e.service;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** A service that lets in whoever has its secret, and keeps all that it was ever sent. */
public final class GuardedService implements AutoCloseable {
    public static final String HEADER = "X-Guard";
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Guarded, version: 1.0.0}
            servers: [{url: /v1}]
            paths:
              /whoami:
                get:
                  operationId: whoAmI
                  responses: {"200": {description: ok, content: {application/json: {schema: {type: object}}}}}
            """;

    private final KeepingServer http = new KeepingServer();
    private final String secret;

    public GuardedService(String secret) throws IOException {
        this.secret = secret;
        http.at("/openapi.yaml", _ -> new KeepingServer.Answered(200, DOCUMENT)).at("/v1/whoami", this::whoAmI);
    }

    public URI document() {
        return http.address().resolve("/openapi.yaml");
    }

    /** Target, headers and body of each. */
    public List<String> requests() {
        return http.requests();
    }

    private KeepingServer.Answered whoAmI(Headers headers) {
        boolean known = secret.equals(headers.getFirst(HEADER));
        return new KeepingServer.Answered(
                known ? 200 : 401, known ? "{\"known\":true}" : "{\"error\":\"who are you?\"}");
    }

    @Override
    public void close() {
        http.close();
    }
}
