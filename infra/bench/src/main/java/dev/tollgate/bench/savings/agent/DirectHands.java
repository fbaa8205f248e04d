package dev.tollgate.bench.savings.agent;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Tools that are listed, each called by its name. */
public record DirectHands(Agent agent) implements Hands {
    @Override
    public List<JsonNode> use(String thought, List<Use> uses) throws IOException, InterruptedException {
        List<Agent.Call> calls = uses.stream()
                .map(use -> new Agent.Call(exposed(use), use.arguments()))
                .toList();
        return read(agent.turn(thought, calls));
    }

    static String exposed(Use use) {
        return use.server() + "__" + use.tool();
    }

    static List<JsonNode> read(List<String> answers) throws PlanFailed {
        List<JsonNode> read = new ArrayList<>();
        for (String answer : answers) {
            read.add(Json.read(answer));
        }
        return read;
    }
}
