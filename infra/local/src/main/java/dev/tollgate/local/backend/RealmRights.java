package dev.tollgate.local.backend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;

/** A realm is imported once; what rights a service account has in the realm's file of a later release, it is given here. */
final class RealmRights {
    private static final String REALM_MANAGEMENT = "realm-management";

    private final KeycloakAdmin admin;

    RealmRights(KeycloakAdmin admin) {
        this.admin = admin;
    }

    void follow(JsonNode realm) throws IOException, InterruptedException {
        for (var account : realm.required("users")) {
            var rights = account.path("clientRoles").path(REALM_MANAGEMENT);
            if (account.has("serviceAccountClientId") && !rights.isEmpty()) {
                give(account.required("serviceAccountClientId").asText(), rights);
            }
        }
    }

    /** What is there already stays as it is. */
    private void give(String clientId, JsonNode rights) throws IOException, InterruptedException {
        var user = admin.get("/clients/" + client(clientId) + "/service-account-user")
                .required("id")
                .asText();
        var management = client(REALM_MANAGEMENT);
        var roles = JsonNodeFactory.instance.arrayNode();
        for (var right : rights) {
            roles.add(admin.get("/clients/" + management + "/roles/" + right.asText()));
        }
        admin.post("/users/" + user + "/role-mappings/clients/" + management, roles);
    }

    private String client(String clientId) throws IOException, InterruptedException {
        return admin.get("/clients?clientId=" + clientId)
                .required(0)
                .required("id")
                .asText();
    }
}
