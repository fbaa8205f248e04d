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
    private final List<String> beside = new CopyOnWriteArrayList<>();

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

    /** Every access token that was given. */
    List<String> issued() {
        return issued;
    }

    /** Every refresh token and ID token. */
    List<String> issuedBeside() {
        return beside;
    }

    private String metadata() {
        return """
                {"issuer": "%1$s", "token_endpoint": "%1$s/token", "authorization_endpoint": "%1$s/authorize",
                 "response_types_supported": ["code"], "code_challenge_methods_supported": ["S256"],
                 "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post", "private_key_jwt"],
                 "token_endpoint_auth_signing_alg_values_supported": ["ES256"]}""".formatted(issuer());
    }

    private String token() {
        String token = next("at", issued);
        return """
                {"access_token": "%s", "token_type": "Bearer", "expires_in": 3600, "refresh_token": "%s", "id_token": "%s",
                 "issued_token_type": "urn:ietf:params:oauth:token-type:access_token"}""".formatted(token, next("rt", beside), next("id", beside));
    }

    private static String next(String kind, List<String> given) {
        String token = kind + "/" + UUID.randomUUID() + "+" + UUID.randomUUID() + "==";
        given.add(token);
        return token;
    }

    @Override
    public void close() {
        http.close();
    }
}
