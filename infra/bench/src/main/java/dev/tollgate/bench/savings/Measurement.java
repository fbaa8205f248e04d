package dev.tollgate.bench.savings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.bench.savings.agent.Agent;
import dev.tollgate.bench.savings.agent.McpGateway;
import dev.tollgate.bench.savings.agent.PlanFailed;
import dev.tollgate.bench.savings.agent.Tokens;
import dev.tollgate.bench.savings.agent.Usage;
import dev.tollgate.bench.savings.catalogue.Server;
import dev.tollgate.bench.savings.estate.Estate;
import dev.tollgate.bench.savings.task.Task;
import dev.tollgate.bench.savings.task.Tasks;
import dev.tollgate.model.key.KeySecret;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** All tasks of an organization, done in each way through the gateway. */
public final class Measurement {
    private static final long LOADED_MILLIS_MAX = 60_000;
    private static final long LOOK_MILLIS = 100;

    private final URI gateway;
    private final Estate estate;
    private final Consumer<String> progress;

    /** @param progress is told what goes on */
    public Measurement(URI gateway, Estate estate, Consumer<String> progress) {
        this.gateway = gateway;
        this.estate = estate;
        this.progress = progress;
    }

    /**
     * Measures one row.
     *
     * @param servers that the organization has
     * @param keys by which its agents call, one a way
     * @throws IOException if a task could not be done, or was done otherwise in one way than in another
     */
    public Row row(List<Server> servers, Map<Way, KeySecret> keys) throws IOException, InterruptedException {
        List<String> names = servers.stream().map(Server::name).toList();
        List<Task> tasks =
                Tasks.all().stream().filter(task -> task.isDoneWith(names)).toList();
        List<Done> first = new ArrayList<>();
        Map<Way, List<Usage>> usages = new EnumMap<>(Way.class);
        Map<Way, Long> definitions = new EnumMap<>(Way.class);
        for (Map.Entry<Way, KeySecret> each : keys.entrySet()) {
            progress.accept(names.size() + " servers, " + each.getKey().words());
            try (McpGateway client = new McpGateway(gateway, each.getValue())) {
                List<JsonNode> tools = listed(client);
                List<Done> done = doAll(new Agents(each.getKey(), client, tools, estate), tasks);
                if (first.isEmpty()) {
                    first.addAll(done);
                }
                check(tasks, first, done, each.getKey());
                usages.put(each.getKey(), done.stream().map(Done::usage).toList());
                definitions.put(each.getKey(), tokens(tools));
            }
        }
        int tools = servers.stream().mapToInt(server -> server.tools().size()).sum();
        return new Row(servers.size(), tools, tasks, usages, definitions);
    }

    private static List<Done> doAll(Agents agents, List<Task> tasks) throws IOException, InterruptedException {
        List<Done> done = new ArrayList<>();
        for (Task task : tasks) {
            done.add(agents.does(task));
        }
        return done;
    }

    private static void check(List<Task> tasks, List<Done> first, List<Done> done, Way way) throws PlanFailed {
        for (int i = 0; i < tasks.size(); i++) {
            if (!first.get(i).agrees(done.get(i))) {
                throw new PlanFailed(tasks.get(i).name() + " came out otherwise with " + way.words() + ": "
                        + done.get(i) + " in place of " + first.get(i));
            }
        }
    }

    private static long tokens(List<JsonNode> tools) {
        return tools.stream()
                .mapToLong(tool -> Tokens.of(Agent.sent(tool).toString()))
                .sum();
    }

    /** A key that the gateway does not know yet is refused. */
    private static List<JsonNode> listed(McpGateway client) throws IOException, InterruptedException {
        long end = System.nanoTime() + LOADED_MILLIS_MAX * 1_000_000;
        while (true) {
            try {
                return client.tools();
            } catch (IOException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.sleep(LOOK_MILLIS);
            }
        }
    }
}
