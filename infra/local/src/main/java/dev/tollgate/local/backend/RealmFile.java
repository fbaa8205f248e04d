package dev.tollgate.local.backend;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.local.part.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The realm as Keycloak imports it: {@code tollgate-realm.json} with this stack's address and secrets filled in, and the
 * demo's people, whose password is public knowledge.
 */
record RealmFile(Addresses addresses, Secrets secrets) {
    static final String CONSOLE_SECRET = "keycloak.client.tollgate-console";
    static final String CONTROL_PLANE_SECRET = "keycloak.client.tollgate-control-plane";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The whole realm as JSON. */
    ObjectNode render() throws IOException {
        var text = resource("tollgate-realm.json")
                .replace("@console.url@", addresses.console())
                .replace("@control-plane.url@", addresses.controlPlane())
                .replace("@gateway.url@", addresses.gateway())
                .replace("@console.secret@", secrets.of(CONSOLE_SECRET))
                .replace("@control-plane.secret@", secrets.of(CONTROL_PLANE_SECRET));
        var realm = (ObjectNode) JSON.readTree(text);
        realm.withArray("/users").addAll((ArrayNode) JSON.readTree(resource("demo-people.json")));
        return realm;
    }

    private static String resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(RealmFile.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
