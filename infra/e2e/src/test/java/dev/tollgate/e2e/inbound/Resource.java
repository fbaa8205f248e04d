package dev.tollgate.e2e.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.local.backend.KeycloakAdmin;
import java.io.IOException;
import java.util.List;

/** One more address of the gateways, as an operator makes it known to the realm. */
record Resource(KeycloakAdmin realm, String url) {
    private static final String CLIENT = "tollgate-mcp-behind-a-proxy";

    static Resource at(Tollgate tollgate, String url) {
        return new Resource(tollgate.identities(), url);
    }

    void isKnown() throws IOException, InterruptedException {
        ObjectNode client = JsonNodeFactory.instance.objectNode();
        client.put("clientId", CLIENT)
                .put("bearerOnly", true)
                .put("enabled", true)
                .put("protocol", "openid-connect");
        client.putObject("attributes").put("resource_url", url);
        realm.post("/clients", client);
        for (JsonNode scope : realm.get("/client-scopes")) {
            if (List.of("mcp:read", "mcp:call").contains(scope.path("name").asText())) {
                String mappers = "/client-scopes/" + scope.required("id").asText() + "/protocol-mappers/models";
                realm.post(mappers, audience("of the proxy, as a client", "included.client.audience", CLIENT));
                realm.post(mappers, audience("of the proxy", "included.custom.audience", url));
            }
        }
    }

    private static ObjectNode audience(String name, String key, String value) {
        ObjectNode mapper = JsonNodeFactory.instance.objectNode();
        mapper.put("name", name).put("protocol", "openid-connect").put("protocolMapper", "oidc-audience-mapper");
        mapper.putObject("config")
                .put(key, value)
                .put("access.token.claim", "true")
                .put("introspection.token.claim", "true")
                .put("id.token.claim", "false");
        return mapper;
    }
}
