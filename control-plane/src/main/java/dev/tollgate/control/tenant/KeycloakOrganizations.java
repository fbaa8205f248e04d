package dev.tollgate.control.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.control.keycloak.KeycloakRealm;
import dev.tollgate.control.keycloak.Reply;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.id.Slug;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Organizations of a Keycloak realm. */
@ApplicationScoped
class KeycloakOrganizations implements OrganizationDirectory {
    private final KeycloakRealm realm;

    KeycloakOrganizations(KeycloakRealm realm) {
        this.realm = realm;
    }

    @Override
    public String ensure(Slug alias, String name) {
        // Names are unique in a realm as aliases are, but customers' names are not: the alias serves as both.
        Reply created = realm.send(
                "POST", "/organizations", Map.of("name", alias.value(), "alias", alias.value(), "description", name));
        return created.status() == 409
                ? find(alias)
                : realm.expectSuccess("create an organization", created)
                        .created()
                        .orElseThrow();
    }

    private String find(Slug alias) {
        for (JsonNode organization : realm.get("/organizations?exact=true&search=" + alias)) {
            if (alias.value().equals(organization.path("alias").asText())) {
                return organization.path("id").asText();
            }
        }
        throw new Refused(new Refusal.WrongState("The identity provider has another organization of that name."));
    }
}
