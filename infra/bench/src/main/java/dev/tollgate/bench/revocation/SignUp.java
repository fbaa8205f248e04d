package dev.tollgate.bench.revocation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tollgate.local.backend.KeycloakAdmin;
import dev.tollgate.local.demo.ControlPlane;
import dev.tollgate.local.stack.LocalStack;
import dev.tollgate.model.api.Environment;
import dev.tollgate.model.api.NewEnvironment;
import dev.tollgate.model.api.NewTenant;
import dev.tollgate.model.api.Tenant;
import java.io.IOException;

/** A tenant with an environment and an owner on a fresh stack, and nothing else: no server has to be looked at first. */
public final class SignUp {
    private static final String SLUG = "bench";
    private static final String OPERATOR = "operator@tollgate.example";
    private static final String OWNER = "olivia@acme.example";
    /** That of the demo's people, on a stack that listens on this machine alone. */
    private static final String PASSWORD = "tollgate";

    private SignUp() {}

    /** The owner's hand on the tenant's keys. */
    public static Keys on(LocalStack stack) throws IOException, InterruptedException {
        KeycloakAdmin keycloak = stack.backends().keycloak().admin();
        String url = stack.planes().controlPlane().url();
        new ControlPlane(url, keycloak.tokenOf(OPERATOR, PASSWORD))
                .post("/tenants", new NewTenant(SLUG, "Bench", "local"), Tenant.class);
        join(keycloak);
        Keys keys = new Keys(url, () -> keycloak.tokenOf(OWNER, PASSWORD));
        keys.control().post("/environments", new NewEnvironment("production", null), Environment.class);
        return keys;
    }

    private static void join(KeycloakAdmin keycloak) throws IOException, InterruptedException {
        JsonNode organization =
                keycloak.get("/organizations?max=1&search=" + SLUG).required(0);
        JsonNode owner = keycloak.get("/users?exact=true&username=" + OWNER).required(0);
        keycloak.post(
                "/organizations/" + organization.required("id").asText() + "/members",
                TextNode.valueOf(owner.required("id").asText()));
    }
}
