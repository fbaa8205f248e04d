package dev.tollgate.e2e.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.e2e.exchange.ProviderDoor.Asked;
import dev.tollgate.e2e.exchange.ProviderDoor.Said;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The server's own provider, in memory: it signs nobody in, and takes the grants of one company, each once. */
final class GrantedProvider implements AutoCloseable {
    static final String CLIENT = "tollgate-at-the-crm";
    static final String SECRET = "a secret between tollgate and the crm";
    static final String AUDIENCE = "crm";

    private final ProviderDoor door = new ProviderDoor();
    private final SigningKey key = SigningKey.made();
    private final VouchingProvider company;
    private final String resource;
    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    /**
     * @param resource that grants must be for
     */
    GrantedProvider(VouchingProvider company, String resource) throws IOException, GeneralSecurityException {
        this.company = company;
        this.resource = resource;
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putArray("grant_types_supported").add("urn:ietf:params:oauth:grant-type:jwt-bearer");
        door.described(document)
                .at("/token", this::token)
                .at("/revoke", _ -> Said.json(200, JsonNodeFactory.instance.objectNode()));
    }

    URI issuer() {
        return URI.create(door.issuer());
    }

    private Said token(Asked asked) {
        if (!(CLIENT + ":" + SECRET).equals(asked.client())) {
            return Said.refusal("invalid_client", "who are you?");
        }
        Optional<JsonNode> grant = asked.field("grant_type").equals("urn:ietf:params:oauth:grant-type:jwt-bearer")
                ? company.key()
                        .checked(
                                asked.field("assertion"),
                                VouchingProvider.GRANT,
                                company.issuer().toString(),
                                door.issuer())
                        .filter(this::isForUs)
                : Optional.empty();
        return grant.map(this::given).orElseGet(() -> Said.refusal("invalid_grant", "not for us"));
    }

    private boolean isForUs(JsonNode grant) {
        return grant.path("client_id").asText().equals(CLIENT)
                && grant.path("resource").asText().equals(resource)
                && taken.add(grant.required("jti").asText());
    }

    private Said given(JsonNode grant) {
        ObjectNode claims =
                SigningKey.claims(door.issuer(), grant.required("sub").asText(), AUDIENCE);
        return Said.json(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("access_token", key.signed("at+jwt", claims))
                        .put("token_type", "Bearer")
                        .put("expires_in", 300)
                        .put("scope", grant.required("scope").asText()));
    }

    @Override
    public void close() {
        door.close();
    }
}
