package dev.tollgate.control.users;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.control.identity.Role;
import dev.tollgate.control.keycloak.KeycloakRealm;
import dev.tollgate.control.keycloak.Reply;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Accounts of the realm, whoever they belong to. */
final class KeycloakUsers {
    private final KeycloakRealm realm;

    KeycloakUsers(KeycloakRealm realm) {
        this.realm = realm;
    }

    Optional<String> withEmail(String email) {
        for (JsonNode account : realm.get("/users?exact=true&email=" + KeycloakRealm.encoded(email))) {
            return Optional.of(account.path("id").asText());
        }
        return Optional.empty();
    }

    /** Passes an account that belongs to nobody: what an invitation left that stopped half way. */
    void refuseIfElsewhere(String id) {
        boolean elsewhere =
                !realm.get("/organizations/members/" + id + "/organizations").isEmpty()
                        || names(realm.get(rolesOf(id))).stream().anyMatch(Role.ALL::contains);
        if (elsewhere) {
            throw new Refused(new Refusal.NameTaken(
                    "email", "An account with this email address exists already, and belongs elsewhere."));
        }
    }

    /** Answers its id. */
    String create(String email, String givenName, String familyName, List<Map<String, Object>> credentials) {
        Map<String, Object> account = Map.of(
                "username",
                email,
                "email",
                email,
                "enabled",
                true,
                "firstName",
                givenName,
                "lastName",
                familyName,
                "credentials",
                credentials);
        Reply created = realm.send("POST", "/users", account);
        if (created.status() == 400) {
            throw Refused.invalid("email", "the identity provider does not accept this name and address");
        }
        return realm.expectSuccess("create an account", created).created().orElseThrow();
    }

    static TreeSet<String> names(JsonNode roles) {
        return new TreeSet<>(roles.findValuesAsText("name"));
    }

    static String address(String id) {
        return "/users/" + KeycloakRealm.encoded(id);
    }

    static String rolesOf(String id) {
        return address(id) + "/role-mappings/realm";
    }
}
