package dev.tollgate.e2e.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.e2e.api.Answer;
import dev.tollgate.e2e.api.Api;
import dev.tollgate.e2e.recorder.InboundCredentials;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A client by its requests alone, for tokens that a test holds in its own hands. */
public final class BareClient {
    private final String issuer;
    private final String id;
    private final String redirectUri;
    private final String resource;
    private final String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();

    private BareClient(String issuer, String id, String redirectUri, String resource) {
        this.issuer = issuer;
        this.id = id;
        this.redirectUri = redirectUri;
        this.resource = resource;
    }

    /** Registers itself, as anyone's client may. */
    public static BareClient registered(String issuer, String redirectUri, String resource) {
        var metadata = """
                {"client_name": "A bare client", "redirect_uris": ["%s"], "token_endpoint_auth_method": "none",
                 "grant_types": ["authorization_code", "refresh_token"], "response_types": ["code"]}""".formatted(redirectUri);
        var answer = Api.send(HttpRequest.newBuilder(URI.create(issuer + "/clients-registrations/openid-connect"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(metadata))
                .build());
        assertThat(answer).as("%s", answer.text()).returns(201, Answer::status);
        return new BareClient(issuer, answer.json().required("client_id").asText(), redirectUri, resource);
    }

    String id() {
        return id;
    }

    String redirectUri() {
        return redirectUri;
    }

    /** Where its person must go. */
    public URI authorize() throws GeneralSecurityException {
        var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        var query = new LinkedHashMap<String, String>();
        query.put("response_type", "code");
        query.put("client_id", id);
        query.put("redirect_uri", redirectUri);
        query.put("scope", "mcp:read mcp:call");
        query.put("resource", resource);
        query.put("state", UUID.randomUUID().toString());
        query.put("code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        query.put("code_challenge_method", "S256");
        return URI.create(issuer + "/protocol/openid-connect/auth?" + form(query));
    }

    /** The token answer, bound to the key if there is one. */
    public JsonNode redeem(String code, @Nullable ProofKey key) throws GeneralSecurityException {
        var answer = token(
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "redirect_uri", redirectUri,
                        "code_verifier", verifier,
                        "resource", resource),
                key);
        assertThat(answer).as("%s", answer.text()).returns(200, Answer::status);
        InboundCredentials.watchFor(answer.json().required("access_token").asText());
        return answer.json();
    }

    /** What the authorization server says to a refresh token. */
    public Answer renew(String refreshToken) throws GeneralSecurityException {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken), null);
    }

    private Answer token(Map<String, String> grant, @Nullable ProofKey key) throws GeneralSecurityException {
        var form = new LinkedHashMap<>(grant);
        form.put("client_id", id);
        var endpoint = issuer + "/protocol/openid-connect/token";
        var request = HttpRequest.newBuilder(URI.create(endpoint))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(form)));
        if (key != null) {
            request.header("DPoP", key.proof(ProofKey.claims("POST", endpoint, null)));
        }
        return Api.send(request.build());
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
