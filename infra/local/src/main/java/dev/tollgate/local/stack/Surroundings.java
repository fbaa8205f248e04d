package dev.tollgate.local.stack;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a stack is told of what stands around it, as an operator would tell its parts.
 *
 * @param gateways settings of all gateways, which go before the stack's own
 * @param authorities certificates in PEM that Keycloak trusts besides the usual ones, where it reads clients' documents
 * @param environment of all processes, besides their own
 */
public record Surroundings(Map<String, String> gateways, Optional<Path> authorities, Map<String, String> environment) {
    public static final Surroundings NONE = new Surroundings(Map.of(), Optional.empty(), Map.of());

    /**
     * That of a stack that runs for long and is asked for much: its JVMs compile as well as they can. They do not otherwise, because
     * that takes a minute from everybody, and most stacks do not live much longer.
     */
    public static final Surroundings LASTING =
            new Surroundings(Map.of(), Optional.empty(), Map.of("_JAVA_OPTIONS", "-XX:TieredStopAtLevel=4"));

    public Surroundings {
        gateways = Map.copyOf(gateways);
        environment = Map.copyOf(environment);
    }
}
