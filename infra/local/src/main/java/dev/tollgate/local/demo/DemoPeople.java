package dev.tollgate.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tollgate.local.StackFailure;
import dev.tollgate.local.backend.KeycloakAdmin;
import java.io.IOException;
import java.util.List;

/** Makes the demo's people members of the tenant's organization. */
final class DemoPeople {
    static final String OPERATOR = "operator@tollgate.example";
    static final String OWNER = "olivia@acme.example";
    static final List<String> MEMBERS = List.of(OWNER, "finn@acme.example", "aud@acme.example", "vic@acme.example");
    /** Public knowledge: it stands in every printout, and the stack listens on this machine alone. */
    static final String PASSWORD = "tollgate";

    private final KeycloakAdmin keycloak;

    DemoPeople(KeycloakAdmin keycloak) {
        this.keycloak = keycloak;
    }

    /** Does nothing for those who are members. */
    void join(String organization) throws IOException, InterruptedException {
        var id = organizationId(organization);
        var members = keycloak.get("/organizations/" + id + "/members?max=200").findValuesAsText("username");
        for (var person : MEMBERS) {
            if (!members.contains(person)) {
                var user = keycloak.get("/users?exact=true&username=" + person).required(0);
                keycloak.post("/organizations/" + id + "/members", TextNode.valueOf(text(user, "id")));
            }
        }
    }

    private String organizationId(String alias) throws IOException, InterruptedException {
        for (var organization : keycloak.get("/organizations?max=200&search=" + alias)) {
            if (text(organization, "alias").equals(alias)) {
                return text(organization, "id");
            }
        }
        throw new StackFailure("Keycloak has no organization " + alias);
    }

    private static String text(JsonNode node, String field) {
        return node.required(field).asText();
    }
}
