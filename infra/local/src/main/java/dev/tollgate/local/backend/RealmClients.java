package dev.tollgate.local.backend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/** A realm is imported once; the console's address may change at a later start, and its client follows here. */
final class RealmClients {
    private static final List<String> FOLLOWING = List.of("rootUrl", "redirectUris", "webOrigins", "attributes");

    private final KeycloakAdmin admin;

    RealmClients(KeycloakAdmin admin) {
        this.admin = admin;
    }

    void follow(JsonNode realm) throws IOException, InterruptedException {
        for (var wanted : realm.required("clients")) {
            if (wanted.has("redirectUris")) {
                follow((ObjectNode) wanted, wanted.required("clientId").asText());
            }
        }
    }

    private void follow(ObjectNode wanted, String clientId) throws IOException, InterruptedException {
        var found = (ObjectNode) admin.get("/clients?clientId=" + clientId).required(0);
        if (found.required("redirectUris").equals(wanted.required("redirectUris"))) {
            return;
        }
        FOLLOWING.stream().filter(wanted::has).forEach(field -> found.set(field, wanted.get(field)));
        admin.put("/clients/" + found.required("id").asText(), found);
    }
}
