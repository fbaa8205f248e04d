package dev.tollgate.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The words of OpenAPI 3.0's schemas that mean something else in JSON Schema 2020-12. */
final class Nullable30 {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Nullable30() {}

    /** A translated schema with what the original says of null and of excluded bounds. */
    static ObjectNode written(JsonNode original, ObjectNode translated) {
        exclusive(original, translated, "exclusiveMinimum", "minimum");
        exclusive(original, translated, "exclusiveMaximum", "maximum");
        return original.path("nullable").asBoolean() ? nullable(translated) : translated;
    }

    private static void exclusive(JsonNode original, ObjectNode translated, String flag, String bound) {
        if (original.path(flag).asBoolean() && translated.path(bound).isNumber()) {
            translated.set(flag, translated.remove(bound));
        }
    }

    private static ObjectNode nullable(ObjectNode schema) {
        if (schema.path("type").isTextual()) {
            schema.set("type", NODES.arrayNode().add(schema.get("type")).add("null"));
            if (schema.path("enum") instanceof ArrayNode values && !contains(values)) {
                schema.set("enum", values.deepCopy().addNull());
            }
            return schema;
        }
        if (schema.has("$ref") || schema.has("allOf") || schema.has("oneOf") || schema.has("anyOf")) {
            ObjectNode either = NODES.objectNode();
            either.putArray("anyOf").add(schema).addObject().put("type", "null");
            return either;
        }
        return schema;
    }

    private static boolean contains(ArrayNode values) {
        for (JsonNode value : values) {
            if (value.isNull()) {
                return true;
            }
        }
        return false;
    }
}
