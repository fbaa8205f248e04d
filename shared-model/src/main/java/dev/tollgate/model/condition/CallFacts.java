package dev.tollgate.model.condition;

import java.time.Instant;
import java.util.Map;

/**
 * What a condition may look at.
 *
 * @param arguments as {@link Arguments#of} reads them
 * @param agentName the client's own name for itself, empty if it gave none; untrusted
 * @param sourceAddress the agent's network address as text, IPv4 or IPv6
 * @param server the server's name
 * @param tool the tool's name on its server
 */
public record CallFacts(
        Map<String, Object> arguments,
        String agentName,
        String agentVersion,
        String sourceAddress,
        Instant at,
        String server,
        String tool) {
    Map<String, Object> asVariables() {
        return Map.of(
                "args", arguments,
                "agent.name", agentName,
                "agent.version", agentVersion,
                "source.ip", sourceAddress,
                "now", at,
                "server.name", server,
                "tool.name", tool);
    }
}
