package dev.tollgate.e2e.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import dev.tollgate.e2e.service.KeepingServer;
import dev.tollgate.model.wire.WireJson;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A service that lets in tokens for itself and for nobody else. It believes their signature: the provider is the test's own. */
final class AudienceService implements AutoCloseable {
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: CRM, version: 1.0.0}
            servers: [{url: /v1}]
            paths:
              /whoami:
                get:
                  operationId: whoAmI
                  responses: {"200": {description: ok, content: {application/json: {schema: {type: object}}}}}
            """;

    private final KeepingServer http = new KeepingServer();
    private final String audience;
    private final List<JsonNode> shown = new CopyOnWriteArrayList<>();

    AudienceService(String audience) throws IOException {
        this.audience = audience;
        http.at("/openapi.yaml", _ -> new KeepingServer.Answered(200, DOCUMENT)).at("/v1/whoami", this::whoAmI);
    }

    URI document() {
        return http.address().resolve("/openapi.yaml");
    }

    /** The claims of each token that came with a call. */
    List<JsonNode> shown() {
        return shown;
    }

    /** Target, headers and body of each. */
    List<String> requests() {
        return http.requests();
    }

    private KeepingServer.Answered whoAmI(Headers headers) {
        Optional<JsonNode> claims = claims(headers.getFirst("Authorization"));
        claims.ifPresent(shown::add);
        boolean forUs = claims.map(one -> one.path("aud"))
                .filter(aud -> aud.isTextual() && aud.asText().equals(audience))
                .isPresent();
        return new KeepingServer.Answered(
                forUs ? 200 : 401, claims.map(JsonNode::toString).orElse("{}"));
    }

    private static Optional<JsonNode> claims(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return Optional.empty();
        }
        String payload = authorization.split("\\.", -1)[1];
        return Optional.of(WireJson.decode(Base64.getUrlDecoder().decode(payload), JsonNode.class));
    }

    @Override
    public void close() {
        http.close();
    }
}
