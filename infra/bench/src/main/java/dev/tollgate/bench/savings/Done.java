package dev.tollgate.bench.savings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.bench.savings.agent.Usage;
import java.util.List;

/**
 * A task that was done in one way.
 *
 * @param facts what the agent found out
 * @param changes what it changed, sorted
 */
record Done(JsonNode facts, List<String> changes, Usage usage) {
    /** Whether the same was found out and done. */
    boolean agrees(Done other) {
        return facts.toString().equals(other.facts.toString()) && changes.equals(other.changes);
    }
}
