package dev.tollgate.control.oauth;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

/** Adds to a request what says as whom it is made. */
final class ClientAuthentication {
    private static final Duration STATEMENT_LIFE = Duration.ofMinutes(2);

    private ClientAuthentication() {}

    /**
     * @param issuer whom the request goes to; a statement that is signed for one is of no use to another
     * @return headers that go with the form
     */
    static Map<String, String> add(ClientIdentity client, URI issuer, Form form) {
        return switch (client) {
            case ClientIdentity.Public open -> {
                form.with("client_id", open.clientId());
                yield Map.of();
            }
            case ClientIdentity.Secret secret ->
                switch (secret.method()) {
                    case BASIC -> Map.of("Authorization", basic(secret));
                    case POST -> {
                        form.with("client_id", secret.clientId()).with("client_secret", secret.secret());
                        yield Map.of();
                    }
                };
            case ClientIdentity.PrivateKeyJwt signing -> {
                form.with("client_id", signing.clientId())
                        .with("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                        .with("client_assertion", statement(signing, issuer));
                yield Map.of();
            }
        };
    }

    /** RFC 6749, 2.3.1: both are encoded as in a form before they are joined. */
    private static String basic(ClientIdentity.Secret client) {
        String both = Form.encode(client.clientId()) + ":" + Form.encode(client.secret());
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private static String statement(ClientIdentity.PrivateKeyJwt client, URI issuer) {
        Instant now = Instant.now();
        return client.key()
                .signed(new JWTClaimsSet.Builder()
                        .issuer(client.clientId())
                        .subject(client.clientId())
                        .audience(issuer.toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(STATEMENT_LIFE)))
                        .jwtID(UUID.randomUUID().toString())
                        .build());
    }
}
