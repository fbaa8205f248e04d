package dev.tollgate.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The schema of what a tool answers, where the document promises one JSON object. */
final class OutputSchema {
    private OutputSchema() {}

    /** Null unless there is one kind of success alone, and it is a JSON object whose schema can be written down. */
    static @Nullable ObjectNode of(Spec spec, Operation operation) {
        try {
            List<JsonNode> successes = new ArrayList<>();
            for (Map.Entry<String, JsonNode> each :
                    operation.node().path("responses").properties()) {
                if (each.getKey().startsWith("2")) {
                    successes.add(spec.resolved(each.getValue()));
                }
            }
            return successes.size() == 1 ? of(spec, successes.getFirst().path("content")) : null;
        } catch (LeftOut e) {
            // A tool without an output schema is a tool all the same.
            return null;
        }
    }

    private static @Nullable ObjectNode of(Spec spec, JsonNode content) throws LeftOut {
        if (content.size() != 1 || !MediaTypes.isJson(content.fieldNames().next())) {
            return null;
        }
        JsonNode schema = spec.resolved(content.elements().next().path("schema"));
        Schemas schemas = new Schemas(spec, HiddenNames.Direction.RESPONSE);
        boolean object = schema.path("type").asText().equals("object")
                && !schema.path("nullable").asBoolean();
        if (!object || !(schemas.translate(schema) instanceof ObjectNode translated)) {
            return null;
        }
        ObjectNode definitions = schemas.definitions();
        if (!definitions.isEmpty()) {
            translated.set("$defs", definitions);
        }
        return translated;
    }
}
