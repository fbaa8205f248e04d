package dev.tollgate.bench.savings.catalogue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.bench.savings.catalogue.Field.Mark;
import java.util.List;
import java.util.Map;

/** JSON Schemas of fields. */
final class Schemas {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, List<Field>> shapes;

    Schemas(Map<String, List<Field>> shapes) {
        this.shapes = shapes;
    }

    /** An object without properties, to which they are put one by one. */
    static ObjectNode object() {
        ObjectNode schema = JSON.objectNode().put("type", "object");
        schema.putObject("properties");
        return schema;
    }

    static void put(ObjectNode object, String name, ObjectNode schema, boolean required) {
        ((ObjectNode) object.get("properties")).set(name, schema);
        if (required) {
            object.withArrayProperty("required").add(name);
        }
    }

    ObjectNode object(List<Field> fields, boolean required) {
        ObjectNode schema = object();
        fields.forEach(field -> put(schema, field.name(), of(field), required && field.is(Mark.REQUIRED)));
        return schema;
    }

    ObjectNode of(Field field) {
        ObjectNode schema = bare(field).put("description", field.description());
        String fallback = field.fallback();
        if (fallback != null) {
            switch (field.kind()) {
                case INT, NUMBER -> schema.put("default", Long.parseLong(fallback));
                case BOOL -> schema.put("default", Boolean.parseBoolean(fallback));
                default -> schema.put("default", fallback);
            }
        }
        return schema;
    }

    /** Without a default, as filters and answers have it. */
    ObjectNode bare(Field field) {
        ObjectNode schema = JSON.objectNode().put("type", field.kind().type());
        field.kind().format().ifPresent(format -> schema.put("format", format));
        switch (field.kind()) {
            case ENUM -> field.names().forEach(schema.withArrayProperty("enum")::add);
            case STRINGS -> schema.putObject("items").put("type", "string");
            case SHAPE -> schema.setAll(shape(field));
            case SHAPES -> schema.set("items", shape(field));
            case PERCENT -> schema.put("minimum", 0).put("maximum", 100);
            default -> {}
        }
        return schema;
    }

    private ObjectNode shape(Field field) {
        return object(shapes.getOrDefault(field.names().getFirst(), List.of()), true);
    }

    /** A record as tools answer it. */
    ObjectNode record(Entity entity) {
        ObjectNode schema = object();
        put(schema, "id", JSON.objectNode().put("type", "string"), true);
        entity.fields().forEach(field -> put(schema, field.name(), bare(field), field.is(Mark.REQUIRED)));
        put(schema, "created_at", moment(), true);
        put(schema, "updated_at", moment(), true);
        return schema;
    }

    private static ObjectNode moment() {
        return JSON.objectNode().put("type", "string").put("format", "date-time");
    }
}
