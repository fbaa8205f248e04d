package dev.tollgate.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** What version 2.0 can say and version 3 cannot, marked before the conversion would lose it. */
final class Swagger2 {
    /** Stands as a style that nothing knows, so that the operation is left out rather than called wrongly. */
    private static final Set<String> CONVERTED = Set.of("csv", "ssv", "pipes", "multi");

    private Swagger2() {}

    static void check(ObjectNode document) {
        for (JsonNode path : document.path("paths")) {
            mark(path.path("parameters"));
            for (JsonNode operation : path) {
                mark(operation.path("parameters"));
            }
        }
        mark(document.path("parameters"));
    }

    private static void mark(JsonNode parameters) {
        for (JsonNode parameter : parameters) {
            if (parameter instanceof ObjectNode object) {
                String format = object.path("collectionFormat").asText("csv");
                if (!CONVERTED.contains(format) || isNestedOtherwise(object.path("items"))) {
                    object.put(ParameterReader.UNCONVERTED, format);
                }
            }
        }
    }

    private static boolean isNestedOtherwise(JsonNode items) {
        return items.path("type").asText().equals("array");
    }
}
