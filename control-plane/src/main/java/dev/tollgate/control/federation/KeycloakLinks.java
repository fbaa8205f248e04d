package dev.tollgate.control.federation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.control.keycloak.KeycloakRealm;
import dev.tollgate.control.keycloak.Reply;
import dev.tollgate.control.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Identity providers of Keycloak's realm, each linked to one organization. What the organization's people are is not taken
 * from the provider's word alone: an address that another account has must be proven before the two are joined.
 */
@ApplicationScoped
class KeycloakLinks implements Links {
    private static final String DISCOVERY = "tollgateDiscoveryUrl";
    /** Absent for those that were linked before there were trials. */
    private static final String TRIED_FIRST = "tollgateTriedFirst";
    /** Whoever names an address in one of the organization's domains is sent there, known or not. */
    private static final String SENT_BY_ADDRESS = "kc.org.broker.redirect.mode.email-matches";

    /** The flows that a sign-in through it runs; where none is named, the realm's own. */
    private static final String AT_FIRST = "firstBrokerLoginFlowAlias";

    private static final String AT_EACH = "postBrokerLoginFlowAlias";

    private final KeycloakRealm realm;
    private final KeycloakMappers mappers;
    private final KeycloakGate gate;
    private final String brokerUrl;

    KeycloakLinks(
            KeycloakRealm realm,
            @ConfigProperty(name = "tollgate.keycloak.url") String url,
            @ConfigProperty(name = "tollgate.keycloak.realm") String realmName) {
        this.realm = realm;
        this.mappers = new KeycloakMappers(realm);
        this.gate = new KeycloakGate(realm);
        this.brokerUrl = url + "/realms/" + realmName + "/broker/";
    }

    @Override
    public Optional<Link> find(String organization, String slug) {
        return realm.find(instance(slug)).map(found -> link(found, organization, slug));
    }

    private Link link(JsonNode instance, String organization, String slug) {
        JsonNode config = instance.path("config");
        List<String> domains =
                realm.get("/organizations/" + organization).path("domains").findValuesAsText("name");
        return new Link(
                URI.create(config.path(DISCOVERY).asText()),
                URI.create(config.path("issuer").asText()),
                config.path("clientId").asText(),
                domains,
                redirectUri(slug),
                isLive(instance));
    }

    private static boolean isLive(JsonNode instance) {
        return !instance.path("config").path(TRIED_FIRST).asBoolean();
    }

    @Override
    public URI redirectUri(String slug) {
        return URI.create(brokerUrl + alias(slug) + "/endpoint");
    }

    @Override
    public void put(
            String organization,
            String slug,
            Provider provider,
            String clientId,
            Optional<String> clientSecret,
            List<String> domains) {
        Optional<JsonNode> known = realm.find(instance(slug));
        boolean live = known.map(KeycloakLinks::isLive).orElse(false);
        claim(organization, domains);
        if (!live) {
            gate.stand();
        }
        Map<String, Object> wanted = representation(slug, provider, clientId, secret(clientSecret, known), live);
        Reply written = known.isPresent()
                ? realm.send("PUT", instance(slug), wanted)
                : realm.send("POST", "/identity-provider/instances", wanted);
        realm.expectSuccess("keep an identity provider", written);
        if (known.isEmpty() || known.get().path("organizationId").asText().isEmpty()) {
            Reply linked = realm.send("POST", "/organizations/" + organization + "/identity-providers", alias(slug));
            if (linked.status() != 409) {
                realm.expectSuccess("link an identity provider", linked);
            }
            // Linking takes away whom it is for.
            realm.expectSuccess("keep an identity provider", realm.send("PUT", instance(slug), wanted));
        }
    }

    /** Keycloak shows a secret it knows as asterisks, and keeps it when they come back. */
    private static String secret(Optional<String> given, Optional<JsonNode> known) {
        return given.or(() ->
                        known.map(it -> it.path("config").path("clientSecret").asText()))
                .orElseThrow(() -> Refused.invalid("clientSecret", "must be given"));
    }

    /** An address belongs to one organization; that it does is what its administrator says, until someone else says so too. */
    private void claim(String organization, List<String> domains) {
        ObjectNode current = realm.get("/organizations/" + organization).deepCopy();
        ArrayNode claimed = current.putArray("domains");
        domains.forEach(domain -> claimed.addObject().put("name", domain).put("verified", false));
        Reply reply = realm.send("PUT", "/organizations/" + organization, current);
        if (reply.status() == 400 || reply.status() == 409) {
            throw Refused.invalid("domains", "one of them is refused, or belongs to another tenant");
        }
        realm.expectSuccess("keep domains", reply);
    }

    private static Map<String, Object> representation(
            String slug, Provider provider, String clientId, String clientSecret, boolean live) {
        Map<String, String> config = new HashMap<>();
        config.put(DISCOVERY, provider.discoveryUrl().toString());
        config.put("issuer", provider.issuer().toString());
        config.put("authorizationUrl", provider.endpoint("authorization_endpoint"));
        config.put("tokenUrl", provider.endpoint("token_endpoint"));
        config.put("jwksUrl", provider.endpoint("jwks_uri"));
        config.put("useJwksUrl", "true");
        config.put("validateSignature", "true");
        config.put("pkceEnabled", "true");
        config.put("pkceMethod", "S256");
        config.put("clientAuthMethod", "client_secret_basic");
        config.put("clientId", clientId);
        config.put("clientSecret", clientSecret);
        config.put("defaultScope", "openid profile email");
        config.put("syncMode", "IMPORT");
        config.put(TRIED_FIRST, String.valueOf(!live));
        config.put(SENT_BY_ADDRESS, String.valueOf(live));
        config.put("kc.org.domain", "ANY");
        Map<String, Object> wanted = new HashMap<>(Map.of(
                "alias",
                alias(slug),
                "providerId",
                "oidc",
                "enabled",
                true,
                "trustEmail",
                false,
                "hideOnLogin",
                true,
                "config",
                config));
        if (!live) {
            wanted.put(AT_FIRST, KeycloakGate.FIRST);
            wanted.put(AT_EACH, KeycloakGate.EACH);
        }
        return wanted;
    }

    @Override
    public void goLive(String slug) {
        ObjectNode known = realm.get(instance(slug)).deepCopy();
        known.withObject("/config").put(TRIED_FIRST, "false").put(SENT_BY_ADDRESS, "true");
        known.remove(List.of(AT_FIRST, AT_EACH));
        realm.expectSuccess("take an identity provider into use", realm.send("PUT", instance(slug), known));
    }

    @Override
    public void map(String slug, Mapping mapping) {
        if (realm.find(instance(slug)).isPresent()) {
            mappers.replace(alias(slug), mapping);
        }
    }

    @Override
    public void join(String slug, String identity, String known) {
        if (realm.find(instance(slug)).isEmpty()) {
            return;
        }
        String joined = "/users/" + KeycloakRealm.encoded(identity) + "/federated-identity";
        for (JsonNode other : realm.get(joined)) {
            if (other.path("identityProvider").asText().equals(alias(slug))) {
                if (other.path("userId").asText().equals(known)) {
                    return;
                }
                realm.expectSuccess("part an account", realm.send("DELETE", joined + "/" + alias(slug), null));
            }
        }
        Map<String, String> join = Map.of("identityProvider", alias(slug), "userId", known, "userName", known);
        realm.expectSuccess("join an account", realm.send("POST", joined + "/" + alias(slug), join));
    }

    @Override
    public void remove(String organization, String slug) {
        Reply gone = realm.send("DELETE", instance(slug), null);
        if (gone.status() != 404) {
            realm.expectSuccess("delete an identity provider", gone);
        }
        claim(organization, List.of());
    }

    static String alias(String slug) {
        return "tenant-" + slug;
    }

    private static String instance(String slug) {
        return "/identity-provider/instances/" + alias(slug);
    }
}
