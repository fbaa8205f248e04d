package dev.tollgate.bench.savings.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A made-up server.
 *
 * @param typed whether it says what its tools answer
 * @param shapes objects within its records and parameters, by name
 */
public record Server(
        String name,
        boolean typed,
        String about,
        Map<String, List<Field>> shapes,
        List<Entity> entities,
        List<Tool.Action> actions) {
    public Server {
        shapes = Map.copyOf(shapes);
        entities = List.copyOf(entities);
        actions = List.copyOf(actions);
    }

    /** All of its tools, in the order in which it lists them. */
    public List<Tool> tools() {
        List<Tool> tools = new ArrayList<>();
        for (Entity entity : entities) {
            entity.operations().forEach(operation -> tools.add(new Tool.Crud(entity, operation)));
        }
        tools.addAll(actions);
        return tools;
    }
}
