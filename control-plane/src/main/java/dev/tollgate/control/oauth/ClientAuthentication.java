package dev.tollgate.control.oauth;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;

/** Adds to a request what says as whom it is made. */
final class ClientAuthentication {
    private static final int STATEMENT_MINUTES = 2;

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
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(client.clientId());
        claims.setSubject(client.clientId());
        claims.setAudience(issuer.toString());
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(STATEMENT_MINUTES);
        claims.setGeneratedJwtId();
        return client.key().signed(claims);
    }
}
