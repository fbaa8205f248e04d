package dev.tollgate.bench.savings.agent;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/** Tools that are found by searches, and called through one that calls any. What was not found is not called. */
public final class SearchHands implements Hands {
    private final Agent agent;
    private String found = "";

    public SearchHands(Agent agent) {
        this.agent = agent;
    }

    /** Searches, all at once. */
    public void search(List<String> queries) throws IOException, InterruptedException {
        List<Agent.Call> calls = queries.stream()
                .map(query -> new Agent.Call("searchTools", Json.of("query", query)))
                .toList();
        found = String.join("\n", agent.turn("I look for tools that can do this.", calls));
    }

    /** In other words: those of the tool, at its server. */
    private void searchAgain(Use missing) throws IOException, InterruptedException {
        Agent.Call call = new Agent.Call(
                "searchTools", Json.of("query", missing.tool().replace('_', ' '), "server", missing.server()));
        found += "\n"
                + agent.turn("That was not among them. I search in other words.", List.of(call))
                        .getFirst();
        if (!found.contains(DirectHands.exposed(missing))) {
            throw new PlanFailed("no search found " + DirectHands.exposed(missing) + " but\n" + found);
        }
    }

    /** Reads whole definitions, by server and tool. */
    public void details(List<String> tools) throws IOException, InterruptedException {
        List<Agent.Call> calls = tools.stream()
                .map(tool -> new Agent.Call("getToolDetails", Json.of("name", tool.replace(".", "__"))))
                .toList();
        agent.turn("I look at what the ones that change something take.", calls);
    }

    @Override
    public List<JsonNode> use(String thought, List<Use> uses) throws IOException, InterruptedException {
        for (Use use : uses) {
            if (!found.contains(DirectHands.exposed(use))) {
                searchAgain(use);
            }
        }
        List<Agent.Call> calls = uses.stream()
                .map(use -> new Agent.Call(
                        "executeTool", Json.of("name", DirectHands.exposed(use), "arguments", use.arguments())))
                .toList();
        return DirectHands.read(agent.turn(thought, calls));
    }
}
