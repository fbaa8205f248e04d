package dev.tollgate.e2e.wall;

import dev.tollgate.e2e.service.KeepingServer;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A provider that gives whoever asks a token of its own, each another, and keeps all that it was ever sent. */
final class TokenProvider implements AutoCloseable {
    private final KeepingServer http = new KeepingServer();
    private final List<String> issued = new CopyOnWriteArrayList<>();

    TokenProvider() throws IOException {
        http.at("/.well-known/oauth-authorization-server", _ -> new KeepingServer.Answered(200, metadata()))
                .at("/token", _ -> new KeepingServer.Answered(200, token()))
                .at("/", _ -> new KeepingServer.Answered(404, "{}"));
    }

    URI issuer() {
        return http.address();
    }

    /** Target, headers and body of each. */
    List<String> requests() {
        return http.requests();
    }

    /** Every token that was given. */
    List<String> issued() {
        return issued;
    }

    private String metadata() {
        return """
                {"issuer": "%1$s", "token_endpoint": "%1$s/token", "authorization_endpoint": "%1$s/authorize",
                 "response_types_supported": ["code"], "grant_types_supported": ["client_credentials"],
                 "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post", "private_key_jwt"],
                 "token_endpoint_auth_signing_alg_values_supported": ["ES256"]}""".formatted(issuer());
    }

    private String token() {
        String token = "at/" + UUID.randomUUID() + "+" + UUID.randomUUID() + "==";
        issued.add(token);
        return "{\"access_token\": \"" + token + "\", \"token_type\": \"Bearer\", \"expires_in\": 3600}";
    }

    @Override
    public void close() {
        http.close();
    }
}
