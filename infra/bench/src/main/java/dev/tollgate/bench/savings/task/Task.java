package dev.tollgate.bench.savings.task;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.bench.savings.agent.Hands;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Something that an agent is asked to do.
 *
 * @param request what a person writes
 * @param servers those whose tools it takes
 * @param changing tools that change something, by server and name; an agent that does not have their definitions reads them
 *     before it calls them
 * @param searches by which the tools are found in search mode
 * @param looks calls by which an agent that writes scripts sees what answers hold, before it depends on it
 * @param plan the same done by calls one by one
 */
public record Task(
        String name,
        Level level,
        String request,
        List<String> servers,
        List<String> changing,
        List<String> searches,
        List<String> looks,
        Plan plan) {
    /** How much there is to do: a call or two; some calls that depend on each other; many calls, or many records. */
    public enum Level {
        EASY,
        MEDIUM,
        HARD
    }

    /** How a task is done by calls. What a person would compute in their head is computed here. */
    @FunctionalInterface
    public interface Plan {
        /** @return what was found out and done, as it is told to the person */
        JsonNode by(Hands hands) throws IOException, InterruptedException;
    }

    public Task {
        servers = List.copyOf(servers);
        changing = List.copyOf(changing);
        searches = List.copyOf(searches);
        looks = List.copyOf(looks);
    }

    /** The script by which it is done in Code Mode; its result is what the plan gives. */
    public String script() throws IOException {
        try (InputStream in = Task.class.getResourceAsStream("/savings/scripts/" + name + ".star")) {
            if (in == null) {
                throw new IOException("the bench was built without the script of " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    /** Whether these servers are all that it takes. */
    public boolean isDoneWith(List<String> names) {
        return names.containsAll(servers);
    }
}
