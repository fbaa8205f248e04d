package dev.tollgate.bench.savings.estate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.bench.savings.catalogue.Entity;
import dev.tollgate.bench.savings.catalogue.Server;
import dev.tollgate.bench.savings.catalogue.Tool;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a server's tools do. Arguments that their definitions do not allow are refused, as real servers refuse them. */
final class ServerTools {
    private final Server server;
    private final Map<String, Tool> tools = new HashMap<>();
    private final Map<String, JsonNode> inputs = new HashMap<>();

    /** @param definitions of all tools, in the order of the tools */
    ServerTools(Server server, List<JsonNode> definitions) {
        this.server = server;
        server.tools().forEach(tool -> tools.put(tool.name(), tool));
        definitions.forEach(definition -> inputs.put(definition.path("name").asText(), definition.path("inputSchema")));
    }

    boolean isTyped() {
        return server.typed();
    }

    /**
     * Does what a tool does.
     *
     * @throws ToolFailure if it cannot
     */
    ObjectNode call(World world, String name, ObjectNode arguments) throws ToolFailure {
        Tool tool = tools.get(name);
        if (tool == null) {
            throw new ToolFailure(server.name() + " has no tool " + name);
        }
        check(inputs.getOrDefault(name, JsonNodeFactory.instance.objectNode()), arguments);
        ObjectNode answer = switch (tool) {
            case Tool.Crud crud -> crud(world, crud, arguments);
            case Tool.Action action -> act(world, action, arguments);
        };
        if (!tool.isReading()) {
            world.changed(server.name() + "." + name, arguments);
        }
        return answer;
    }

    private static void check(JsonNode input, ObjectNode arguments) throws ToolFailure {
        for (Map.Entry<String, JsonNode> argument : arguments.properties()) {
            if (!input.path("properties").has(argument.getKey())) {
                throw new ToolFailure("There is no parameter " + argument.getKey());
            }
        }
        for (JsonNode required : input.path("required")) {
            if (!arguments.has(required.asText())) {
                throw new ToolFailure("The parameter " + required.asText() + " is missing");
            }
        }
    }

    private ObjectNode crud(World world, Tool.Crud tool, ObjectNode arguments) throws ToolFailure {
        Collection collection = world.collection(server, tool.entity());
        String id = arguments.path(tool.entity().idName()).asText();
        return switch (tool.operation()) {
            case LIST, SEARCH -> collection.list(arguments);
            case GET -> collection.get(id);
            case CREATE -> collection.create(arguments);
            case UPDATE -> collection.update(id, arguments);
            case DELETE -> collection.delete(id);
        };
    }

    /** An action on a record changes those of its fields that are named like parameters; any other is only noted. */
    private ObjectNode act(World world, Tool.Action action, ObjectNode arguments) throws ToolFailure {
        if (action.isReading()) {
            throw new ToolFailure(action.name() + " is not available at present");
        }
        String first = action.parameters().getFirst().name();
        Optional<Entity> entity = server.entities().stream()
                .filter(one -> one.idName().equals(first))
                .findFirst();
        if (entity.isPresent()) {
            return world.collection(server, entity.get())
                    .update(arguments.path(first).asText(), arguments);
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("status", "done")
                .put(
                        "id",
                        action.name().substring(0, 3) + "_"
                                + Seed.of(action.name(), arguments.toString()).digits());
    }
}
