package dev.tollgate.control.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What the realm answered.
 *
 * @param body a missing node where there was none
 * @param created the id of what was created
 */
public record Reply(int status, JsonNode body, Optional<String> created) {
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
