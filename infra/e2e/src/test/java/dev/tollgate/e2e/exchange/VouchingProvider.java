package dev.tollgate.e2e.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.e2e.exchange.ProviderDoor.Asked;
import dev.tollgate.e2e.exchange.ProviderDoor.Said;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A company's identity provider, in memory, which vouches for whoever signed in (ID-JAG). It takes each refresh token once, and whoever
 * comes with a used one has lost the connection.
 */
final class VouchingProvider implements AutoCloseable {
    static final String CLIENT = "tollgate";
    static final String SECRET = "a secret between tollgate and the company";
    static final String ID_JAG = "urn:ietf:params:oauth:token-type:id-jag";
    static final String GRANT = "oauth-id-jag+jwt";

    private final ProviderDoor door = new ProviderDoor();
    private final SigningKey key = SigningKey.made();
    private final Map<String, Asked> codes = new ConcurrentHashMap<>();
    private final Map<String, String> refreshTokens = new ConcurrentHashMap<>();
    private final List<String> issued = new CopyOnWriteArrayList<>();
    private final Set<String> notVouchedFor = ConcurrentHashMap.newKeySet();

    VouchingProvider() throws IOException, GeneralSecurityException {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("authorization_endpoint", door.issuer() + "/authorize")
                .put("authorization_response_iss_parameter_supported", true);
        document.putArray("code_challenge_methods_supported").add("S256");
        door.described(document)
                .at("/authorize", this::form)
                .at("/signin", this::signedIn)
                .at("/token", this::token)
                .at("/revoke", this::revoked);
    }

    URI issuer() {
        return URI.create(door.issuer());
    }

    SigningKey key() {
        return key;
    }

    /** Whatever a person's sign-in ever gave. */
    List<String> issued() {
        return issued;
    }

    void vouches(String person, boolean does) {
        if (does) {
            notVouchedFor.remove(person);
        } else {
            notVouchedFor.add(person);
        }
    }

    /** Who is still signed in. */
    List<String> signedIn() {
        return List.copyOf(refreshTokens.values());
    }

    private Said form(Asked asked) {
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        return Said.page("<form action=\"/signin?code=" + code + "\"><input name=\"username\"></form>");
    }

    private Said signedIn(Asked asked) {
        Asked begun = Objects.requireNonNull(codes.remove(asked.field("code")), "nobody began that");
        String code = UUID.randomUUID().toString();
        begun.fields().put("person", asked.field("username"));
        codes.put(code, begun);
        return Said.ledTo(begun.field("redirect_uri") + "?code=" + code + "&state=" + begun.field("state") + "&iss="
                + door.issuer());
    }

    private Said token(Asked asked) {
        if (!(CLIENT + ":" + SECRET).equals(asked.client())) {
            return Said.refusal("invalid_client", "who are you?");
        }
        return switch (asked.field("grant_type")) {
            case "authorization_code" -> redeemed(asked);
            case "refresh_token" ->
                Optional.ofNullable(refreshTokens.remove(asked.field("refresh_token")))
                        .map(this::signIn)
                        .orElseGet(() -> Said.refusal("invalid_grant", "used before"));
            case "urn:ietf:params:oauth:grant-type:token-exchange" -> vouched(asked);
            default -> Said.refusal("unsupported_grant_type", "not here");
        };
    }

    private Said redeemed(Asked asked) {
        return Optional.ofNullable(codes.remove(asked.field("code")))
                .filter(begun -> isRight(begun, asked))
                .map(begun -> signIn(begun.field("person")))
                .orElseGet(() -> Said.refusal("invalid_grant", "not what was begun"));
    }

    /** It is for Tollgate alone, and whoever began it brings the code. */
    private static boolean isRight(Asked begun, Asked asked) {
        return challenge(asked.field("code_verifier")).equals(begun.field("code_challenge"))
                && begun.field("scope").contains("openid")
                && !begun.fields().containsKey("resource");
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Said signIn(String person) {
        String refresh = "stay-" + UUID.randomUUID();
        String access = "access-" + UUID.randomUUID();
        String id = key.signed("JWT", SigningKey.claims(door.issuer(), person, CLIENT));
        refreshTokens.put(refresh, person);
        issued.addAll(List.of(refresh, access, id));
        return Said.json(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("access_token", access)
                        .put("refresh_token", refresh)
                        .put("id_token", id)
                        .put("token_type", "Bearer")
                        .put("expires_in", 300));
    }

    private Said vouched(Asked asked) {
        Optional<JsonNode> who = asked.field("subject_token_type").equals("urn:ietf:params:oauth:token-type:id_token")
                        && asked.field("requested_token_type").equals(ID_JAG)
                ? key.checked(asked.field("subject_token"), "JWT", door.issuer(), CLIENT)
                : Optional.empty();
        if (who.isEmpty()) {
            return Said.refusal("invalid_request", "that vouches for nobody");
        }
        String person = who.get().required("sub").asText();
        if (notVouchedFor.contains(person)) {
            return Said.refusal("access_denied", "not for " + person);
        }
        ObjectNode claims = SigningKey.claims(door.issuer(), person, asked.field("audience"))
                .put("client_id", GrantedProvider.CLIENT)
                .put("resource", asked.field("resource"))
                .put("scope", asked.field("scope"));
        String grant = key.signed(GRANT, claims);
        issued.add(grant);
        return Said.json(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("access_token", grant)
                        .put("issued_token_type", ID_JAG)
                        .put("token_type", "N_A")
                        .put("expires_in", 300));
    }

    private Said revoked(Asked asked) {
        refreshTokens.remove(asked.field("token"));
        return Said.json(200, JsonNodeFactory.instance.objectNode());
    }

    @Override
    public void close() {
        door.close();
    }
}
