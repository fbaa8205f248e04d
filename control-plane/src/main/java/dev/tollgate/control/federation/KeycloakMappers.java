package dev.tollgate.control.federation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.control.keycloak.KeycloakRealm;
import dev.tollgate.control.keycloak.Reply;
import dev.tollgate.model.api.PeopleRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Mappers of Keycloak that turn a claim into roles at each sign-in, keep it where teams follow from it, and say which claim
 * tells who someone is. One mapper a
 * role: two for the same role would take from each other what they give.
 */
final class KeycloakMappers {
    private static final String OURS = "tollgate-";
    private static final String PREFIX = OURS + "role-";
    private static final String PERSON = OURS + "person";
    private static final String GROUPS = OURS + "groups";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KeycloakRealm realm;

    KeycloakMappers(KeycloakRealm realm) {
        this.realm = realm;
    }

    /** Leaves those of others alone. */
    void replace(String alias, Mapping mapping) {
        String address = "/identity-provider/instances/" + alias + "/mappers";
        Map<String, Map<String, Object>> wanted = wanted(alias, mapping);
        Map<String, JsonNode> known = known(address);
        wanted.forEach((name, mapper) -> write(address, mapper, known.get(name)));
        known.forEach((name, mapper) -> {
            if (!wanted.containsKey(name)) {
                Reply gone =
                        realm.send("DELETE", address + "/" + mapper.path("id").asText(), null);
                realm.expectSuccess("delete a mapper", gone);
            }
        });
    }

    private static Map<String, Map<String, Object>> wanted(String alias, Mapping mapping) {
        Map<String, Map<String, Object>> wanted = new HashMap<>();
        @Nullable String claim = mapping.claim();
        if (claim != null) {
            if (!mapping.teams().isEmpty()) {
                wanted.put(GROUPS, groups(alias, claim));
            }
            mapping.roles().forEach(role -> wanted.put(PREFIX + role, role(alias, claim, role, mapping)));
        }
        @Nullable String person = mapping.personClaim();
        if (person != null) {
            Map<String, String> config =
                    Map.of("syncMode", "FORCE", "target", "BROKER_ID", "template", "${CLAIM." + person + "}");
            wanted.put(PERSON, mapper(alias, PERSON, "oidc-username-idp-mapper", config));
        }
        return wanted;
    }

    private Map<String, JsonNode> known(String address) {
        return realm.get(address)
                .valueStream()
                .filter(mapper -> mapper.path("name").asText().startsWith(OURS))
                .collect(Collectors.toMap(mapper -> mapper.path("name").asText(), mapper -> mapper));
    }

    private void write(String address, Map<String, Object> mapper, @Nullable JsonNode known) {
        if (known == null) {
            realm.expectSuccess("keep a mapper", realm.send("POST", address, mapper));
            return;
        }
        String id = known.path("id").asText();
        Map<String, Object> changed = new HashMap<>(mapper);
        changed.put("id", id);
        realm.expectSuccess("keep a mapper", realm.send("PUT", address + "/" + id, changed));
    }

    private static Map<String, Object> groups(String alias, String claim) {
        Map<String, String> config =
                Map.of("syncMode", "FORCE", "claim", claim, "user.attribute", MappingService.GROUPS_ATTRIBUTE);
        return mapper(alias, GROUPS, "oidc-user-attribute-idp-mapper", config);
    }

    private static Map<String, Object> role(String alias, String claim, String role, Mapping mapping) {
        List<Map<String, String>> claims = List.of(Map.of("key", claim, "value", pattern(role, mapping)));
        try {
            Map<String, String> config = Map.of(
                    "syncMode",
                    "FORCE",
                    "claims",
                    JSON.writeValueAsString(claims),
                    "are.claim.values.regex",
                    "true",
                    "role",
                    role);
            return mapper(alias, PREFIX + role, "oidc-advanced-role-idp-mapper", config);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written", e);
        }
    }

    private static Map<String, Object> mapper(String alias, String name, String kind, Map<String, String> config) {
        return Map.of("name", name, "identityProviderAlias", alias, "identityProviderMapper", kind, "config", config);
    }

    /** Exactly one of the groups that give the role, whatever characters they have. */
    private static String pattern(String role, Mapping mapping) {
        return mapping.rules().stream()
                .filter(rule -> rule.roles().contains(role))
                .map(PeopleRule::group)
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?:", ")"));
    }
}
