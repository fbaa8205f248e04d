package dev.tollgate.bench.savings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.bench.savings.agent.Agent;
import dev.tollgate.bench.savings.agent.Coder;
import dev.tollgate.bench.savings.agent.DirectHands;
import dev.tollgate.bench.savings.agent.McpGateway;
import dev.tollgate.bench.savings.agent.PlanFailed;
import dev.tollgate.bench.savings.agent.SearchHands;
import dev.tollgate.bench.savings.estate.Estate;
import dev.tollgate.bench.savings.task.Task;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Agents of one key, each of which does one task in a conversation of its own. */
final class Agents {
    private final Way way;
    private final McpGateway gateway;
    private final Estate estate;
    private final String prompt;
    private final List<ObjectNode> definitions;

    /** @param tools as the gateway lists them to the key */
    Agents(Way way, McpGateway gateway, List<JsonNode> tools, Estate estate) throws IOException {
        this.way = way;
        this.gateway = gateway;
        this.estate = estate;
        this.prompt = prompt();
        this.definitions = tools.stream().map(Agent::sent).toList();
    }

    private static String prompt() throws IOException {
        try (InputStream in = Agents.class.getResourceAsStream("/savings/prompt.txt")) {
            if (in == null) {
                throw new IOException("the bench was built without the agents' prompt");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    /**
     * Does a task.
     *
     * @throws PlanFailed if it could not be done as it was planned
     */
    Done does(Task task) throws IOException, InterruptedException {
        estate.beginAnew();
        Agent agent = Agent.asked(gateway, prompt, definitions, task.request());
        JsonNode facts;
        try {
            facts = switch (way) {
                case DIRECT -> task.plan().by(new DirectHands(agent));
                case SEARCH -> searching(agent, task);
                case CODE -> coding(new Coder(agent, false), task);
                case CLUMSY_CODE -> coding(new Coder(agent, true), task);
            };
        } catch (PlanFailed failed) {
            throw new IOException(task.name() + " with " + way.words() + ": " + failed.getMessage(), failed);
        }
        return new Done(facts, estate.changes().stream().sorted().toList(), agent.answers(facts));
    }

    private static JsonNode searching(Agent agent, Task task) throws IOException, InterruptedException {
        SearchHands hands = new SearchHands(agent);
        hands.search(task.searches());
        if (!task.changing().isEmpty()) {
            hands.details(task.changing());
        }
        return task.plan().by(hands);
    }

    private static JsonNode coding(Coder coder, Task task) throws IOException, InterruptedException {
        coder.read(task.servers());
        if (!task.changing().isEmpty()) {
            coder.docs(task.changing());
        }
        if (!task.looks().isEmpty()) {
            coder.look(task.looks());
        }
        return coder.run("This does all of it.", task.script());
    }
}
