package dev.tollgate.local.stack;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a stack is told of what stands around it, as an operator would tell its parts.
 *
 * @param gateways settings of all gateways, which go before the stack's own
 * @param authorities certificates in PEM that Keycloak trusts besides the usual ones, where it reads clients' documents
 */
public record Surroundings(Map<String, String> gateways, Optional<Path> authorities) {
    public static final Surroundings NONE = new Surroundings(Map.of(), Optional.empty());

    public Surroundings {
        gateways = Map.copyOf(gateways);
    }
}
