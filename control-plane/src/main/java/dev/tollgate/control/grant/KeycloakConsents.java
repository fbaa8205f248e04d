package dev.tollgate.control.grant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tollgate.control.keycloak.KeycloakRealm;
import dev.tollgate.control.keycloak.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keycloak keeps a consent for each client that asks for one, which in our realm each does that registers itself. */
@ApplicationScoped
class KeycloakConsents implements Consents {
    private static final String OUR_SCOPES = "mcp:";
    private static final int NAME_CHARS_MAX = 200;

    private final KeycloakRealm realm;

    KeycloakConsents(KeycloakRealm realm) {
        this.realm = realm;
    }

    @Override
    public List<Consent> of(String identity) {
        Optional<JsonNode> found = realm.find("/users/" + KeycloakRealm.encoded(identity) + "/consents");
        List<Consent> consents = new ArrayList<>();
        for (JsonNode each : found.orElseGet(JsonNodeFactory.instance::arrayNode)) {
            List<String> scopes = ours(each.path("grantedClientScopes"));
            if (!scopes.isEmpty()) {
                String client = each.path("clientId").asText();
                Instant since = Instant.ofEpochMilli(each.path("createdDate").asLong());
                consents.add(new Consent(client, nameOf(client), scopes, since));
            }
        }
        consents.sort(Comparator.comparing(Consent::client));
        return consents;
    }

    private static List<String> ours(JsonNode granted) {
        List<String> scopes = new ArrayList<>();
        for (JsonNode scope : granted) {
            if (scope.asText().startsWith(OUR_SCOPES)) {
                scopes.add(scope.asText());
            }
        }
        return scopes;
    }

    private @Nullable String nameOf(String client) {
        for (JsonNode found : realm.get("/clients?clientId=" + KeycloakRealm.encoded(client))) {
            String name = found.path("name").asText("");
            return name.isEmpty() ? null : name.substring(0, Math.min(name.length(), NAME_CHARS_MAX));
        }
        return null;
    }

    @Override
    public boolean end(String identity, String client) {
        String path = "/users/" + KeycloakRealm.encoded(identity) + "/consents/" + KeycloakRealm.encoded(client);
        Reply ended = realm.send("DELETE", path, null);
        if (ended.status() == 404) {
            return false;
        }
        realm.expectSuccess("end a consent", ended);
        return true;
    }
}
