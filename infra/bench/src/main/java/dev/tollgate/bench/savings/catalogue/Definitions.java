package dev.tollgate.bench.savings.catalogue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.bench.savings.catalogue.Field.Mark;
import java.util.List;
import java.util.stream.Collectors;

/** Makes definitions of tools, of the length and shape that servers in the field send. */
public final class Definitions {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LIMIT = 25;
    private static final int LIMIT_MAX = 100;

    private final Server server;
    private final Schemas schemas;

    public Definitions(Server server) {
        this.server = server;
        this.schemas = new Schemas(server.shapes());
    }

    /** All of the server's, each a JSON object on one line. */
    public List<String> lines() {
        return server.tools().stream().map(tool -> of(tool).toString()).toList();
    }

    private ObjectNode of(Tool tool) {
        return switch (tool) {
            case Tool.Crud crud -> crud(crud);
            case Tool.Action action -> action(action);
        };
    }

    private ObjectNode action(Tool.Action action) {
        return definition(
                action.name(),
                action.description() + ".",
                schemas.object(action.parameters(), true),
                action.effect() == Tool.Effect.READ,
                action.effect() == Tool.Effect.DESTROY);
    }

    private ObjectNode crud(Tool.Crud tool) {
        Entity entity = tool.entity();
        ObjectNode definition = definition(
                tool.name(),
                description(entity, tool.operation()),
                input(entity, tool.operation()),
                tool.isReading(),
                tool.operation() == Operation.DELETE);
        if (server.typed()) {
            definition.set("outputSchema", output(entity, tool.operation()));
        }
        return definition;
    }

    private static ObjectNode definition(
            String name, String description, ObjectNode input, boolean reading, boolean destructive) {
        ObjectNode definition = JSON.objectNode().put("name", name).put("description", description);
        definition.set("inputSchema", input);
        ObjectNode annotations = definition.putObject("annotations").put("readOnlyHint", reading);
        if (!reading) {
            annotations.put("destructiveHint", destructive);
        }
        return definition;
    }

    private static String description(Entity entity, Operation operation) {
        String many = entity.pluralWords();
        String one = entity.words();
        return switch (operation) {
            case LIST ->
                "Lists " + many + ", newest first, in short: long texts are left out" + getHint(entity)
                        + ". Filters are combined with AND. Returns up to `limit` of them, the `total` number, and"
                        + " `next_cursor` where there are more." + searchHint(entity);
            case SEARCH ->
                "Searches " + many
                        + " by words in all text fields and returns those that hold every word, newest first."
                        + " Filters narrow the result. Not for exporting all " + many + ": use `list_" + entity.plural()
                        + "` where it exists.";
            case GET ->
                "Gets one " + one + " (" + entity.about()
                        + ") with all fields by its identifier. Fails if there is none" + " or you may not see it.";
            case CREATE ->
                "Creates a new " + one + ": " + entity.about() + ". Needs " + required(entity) + ". Returns the " + one
                        + " with its identifier.";
            case UPDATE ->
                "Changes one " + one + ". Only fields that are given are changed; lists and objects are replaced as a"
                        + " whole. Returns the " + one + " as it is then.";
            case DELETE ->
                "Deletes one " + one
                        + ". It can be restored for 30 days by an administrator, unless `permanent` is set.";
        };
    }

    private static String getHint(Entity entity) {
        return entity.operations().contains(Operation.GET) ? ", use `get_" + entity.name() + "` for them" : "";
    }

    private static String searchHint(Entity entity) {
        return entity.operations().contains(Operation.SEARCH)
                ? " To find " + entity.pluralWords() + " by words use `search_" + entity.plural() + "`."
                : "";
    }

    private static String required(Entity entity) {
        List<Field> required = entity.with(Mark.REQUIRED);
        return required.isEmpty()
                ? "nothing in particular"
                : required.stream().map(field -> "`" + field.name() + "`").collect(Collectors.joining(", "));
    }

    private ObjectNode input(Entity entity, Operation operation) {
        return switch (operation) {
            case LIST -> paged(narrowed(Schemas.object(), entity));
            case SEARCH -> {
                ObjectNode schema = Schemas.object();
                put(schema, "query", "string", "Words that are sought, up to 200 characters", true);
                yield paged(narrowed(schema, entity));
            }
            case GET -> byId(entity);
            case CREATE -> schemas.object(entity.fields(), true);
            case UPDATE -> {
                ObjectNode schema = byId(entity);
                entity.fields()
                        .forEach(field -> Schemas.put(
                                schema,
                                field.name(),
                                schemas.bare(field).put("description", field.description()),
                                false));
                yield schema;
            }
            case DELETE -> {
                ObjectNode schema = byId(entity);
                put(schema, "permanent", "boolean", "Whether it is gone at once and for good", false)
                        .put("default", false);
                yield schema;
            }
        };
    }

    private static ObjectNode byId(Entity entity) {
        ObjectNode schema = Schemas.object();
        put(schema, entity.idName(), "string", "Identifier of the " + entity.words(), true);
        return schema;
    }

    private ObjectNode narrowed(ObjectNode schema, Entity entity) {
        for (Field field : entity.fields()) {
            if (field.is(Mark.FILTER)) {
                Schemas.put(
                        schema,
                        field.name(),
                        schemas.bare(field).put("description", "Only with this value: " + field.description()),
                        false);
            }
            if (field.is(Mark.RANGE)) {
                List<String> names = field.range();
                ObjectNode least = schemas.bare(field).put("description", "Only from this on: " + field.description());
                ObjectNode most = schemas.bare(field).put("description", "Only before or up to this");
                Schemas.put(schema, names.getFirst(), least, false);
                Schemas.put(schema, names.getLast(), most, false);
            }
        }
        return schema;
    }

    private static ObjectNode paged(ObjectNode schema) {
        put(schema, "limit", "integer", "How many at most", false)
                .put("minimum", 1)
                .put("maximum", LIMIT_MAX)
                .put("default", LIMIT);
        put(schema, "cursor", "string", "`next_cursor` of the answer before", false);
        return schema;
    }

    private static ObjectNode put(ObjectNode object, String name, String type, String description, boolean required) {
        ObjectNode schema = JSON.objectNode().put("type", type).put("description", description);
        Schemas.put(object, name, schema, required);
        return schema;
    }

    private ObjectNode output(Entity entity, Operation operation) {
        return switch (operation) {
            case LIST, SEARCH -> {
                ObjectNode schema = Schemas.object();
                ObjectNode items = JSON.objectNode().put("type", "array");
                items.set("items", schemas.record(entity));
                Schemas.put(schema, entity.plural(), items, true);
                Schemas.put(schema, "total", JSON.objectNode().put("type", "integer"), true);
                Schemas.put(schema, "next_cursor", JSON.objectNode().put("type", "string"), false);
                yield schema;
            }
            case GET, CREATE, UPDATE -> schemas.record(entity);
            case DELETE -> {
                ObjectNode schema = Schemas.object();
                Schemas.put(schema, "deleted", JSON.objectNode().put("type", "boolean"), true);
                yield schema;
            }
        };
    }
}
