package dev.tollgate.bench.savings.agent;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/** How an agent that calls tools one by one comes to them. */
public interface Hands {
    /**
     * Makes calls that do not depend on each other.
     *
     * @param thought what the model writes before them
     * @return what the tools answered, in the order of the calls
     * @throws PlanFailed if a call fails
     */
    List<JsonNode> use(String thought, List<Use> uses) throws IOException, InterruptedException;

    default JsonNode use(String thought, String server, String tool, Object... arguments)
            throws IOException, InterruptedException {
        return use(thought, List.of(Use.of(server, tool, arguments))).getFirst();
    }
}
