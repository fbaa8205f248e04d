package dev.tollgate.control.federation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.control.keycloak.KeycloakRealm;
import dev.tollgate.control.keycloak.Reply;
import java.util.Map;
import java.util.Optional;

/**
 * What stands before a provider that is not live: two flows of Keycloak, for someone's first sign-in through it and for each,
 * that deny whoever comes without {@link #SCOPE}. Only the control plane's own client has that scope, and a sign-in with that
 * client is begun by a pushed request alone (RFC 9126), which takes its secret: so only a trial gets through, whatever
 * anyone writes into an address.
 */
final class KeycloakGate {
    /** Of the control plane's client alone, as {@code tollgate-realm.json} has it. */
    static final String SCOPE = "tollgate-trial";

    static final String FIRST = "tollgate-not-live-first";
    static final String EACH = "tollgate-not-live-each";

    private static final String FLOWS = "/authentication/flows";
    /** Keycloak's own, which is copied so that a trial does what a sign-in does later. */
    private static final String USUAL_FIRST = FLOWS + "/first%20broker%20login/copy";

    private static final String DENIED = "Your organization does not sign in this way yet.";
    private static final int BEFORE_ALL = 0;
    private static final int AFTER_GATE = 100;

    private final KeycloakRealm realm;

    KeycloakGate(KeycloakRealm realm) {
        this.realm = realm;
    }

    /** Does what is left to do: someone else may be at it, or have died at it. */
    void stand() {
        flow(FIRST, USUAL_FIRST, Map.of("newName", FIRST));
        gate(FIRST);
        flow(EACH, FLOWS, Map.of("alias", EACH, "providerId", "basic-flow", "topLevel", true, "builtIn", false));
        gate(EACH);
        // A flow in which nothing was carried out is one that failed.
        execution(EACH, "allow-access-authenticator", AFTER_GATE);
    }

    private void flow(String alias, String address, Map<String, Object> made) {
        boolean known = realm.get(FLOWS).findValuesAsText("alias").contains(alias);
        if (!known) {
            made("make a flow", realm.send("POST", address, made));
        }
    }

    private void gate(String flow) {
        String gate = flow + "-gate";
        if (find(flow, "displayName", gate).isEmpty()) {
            Map<String, Object> made = Map.of(
                    "alias", gate, "type", "basic-flow", "provider", "registration-page-form", "priority", BEFORE_ALL);
            made("make a gate", realm.send("POST", executions(flow) + "/flow", made));
        }
        configure(gate, "conditional-client-scope", 0, Map.of("client_scope", SCOPE, "negate", "true"));
        configure(gate, "deny-access-authenticator", 1, Map.of("denyErrorMessage", DENIED));
        require(flow, find(flow, "displayName", gate).orElseThrow(), "CONDITIONAL", BEFORE_ALL);
    }

    private void configure(String flow, String provider, int priority, Map<String, String> config) {
        JsonNode execution = execution(flow, provider, priority);
        if (!execution.hasNonNull("authenticationConfig")) {
            String address =
                    "/authentication/executions/" + execution.path("id").asText() + "/config";
            made(
                    "configure a gate",
                    realm.send("POST", address, Map.of("alias", flow + "-" + provider, "config", config)));
        }
    }

    private JsonNode execution(String flow, String provider, int priority) {
        if (find(flow, "providerId", provider).isEmpty()) {
            Map<String, Object> made = Map.of("provider", provider, "priority", priority);
            made("add to a flow", realm.send("POST", executions(flow) + "/execution", made));
        }
        JsonNode known = find(flow, "providerId", provider).orElseThrow();
        require(flow, known, "REQUIRED", priority);
        return known;
    }

    private void require(String flow, JsonNode execution, String requirement, int priority) {
        if (!execution.path("requirement").asText().equals(requirement)
                || execution.path("priority").asInt() != priority) {
            ObjectNode changed = execution.deepCopy();
            changed.put("requirement", requirement).put("priority", priority);
            realm.expectSuccess("close a gate", realm.send("PUT", executions(flow), changed));
        }
    }

    private Optional<JsonNode> find(String flow, String field, String value) {
        return realm.get(executions(flow))
                .valueStream()
                .filter(execution -> execution.path(field).asText().equals(value))
                .findFirst();
    }

    private static String executions(String flow) {
        return FLOWS + "/" + flow + "/executions";
    }

    /** Who finds it made by another at the same time goes on with that. */
    private void made(String what, Reply reply) {
        if (reply.status() != 409) {
            realm.expectSuccess(what, reply);
        }
    }
}
