package dev.tollgate.control.identity;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keycloak's {@code organization} claim: {@code {"acme": {"id": "…"}}}. Only ids are taken; an alias could be given to
 * another organization one day.
 */
final class OrganizationClaim {
    private OrganizationClaim() {}

    static List<String> ids(@Nullable Object claim) {
        if (!(claim instanceof JsonObject organizations)) {
            return List.of();
        }
        return organizations.values().stream()
                .map(OrganizationClaim::id)
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable String id(JsonValue organization) {
        boolean named = organization instanceof JsonObject object && object.get("id") instanceof JsonString;
        return named ? organization.asJsonObject().getString("id") : null;
    }
}
