package dev.tollgate.openapi;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A document of any version as one of OpenAPI 3 with the defaults written out.
 *
 * @param is31 whether its schemas are JSON Schema 2020-12 as they stand
 * @param faults what the parser found wrong, each beginning with the place
 */
record Spec(ObjectNode root, boolean is31, List<String> faults, Externals externals) {
    private static final int REFERENCES_IN_A_ROW_MAX = 16;

    Spec {
        faults = List.copyOf(faults);
    }

    /** The node itself, or what it refers to. */
    JsonNode resolved(JsonNode node) throws LeftOut {
        JsonNode found = node;
        for (int i = 0; found.path("$ref").isTextual(); i++) {
            if (i == REFERENCES_IN_A_ROW_MAX) {
                throw new LeftOut("has a reference that leads to itself");
            }
            found = at(found.path("$ref").textValue());
        }
        return found;
    }

    /** What a reference within the document leads to. */
    JsonNode at(String ref) throws LeftOut {
        externals.check(ref);
        JsonNode found = ref.startsWith("#/") ? root.at(pointer(ref)) : root.missingNode();
        if (found.isMissingNode()) {
            throw new LeftOut("refers to " + Texts.cut(ref, 100) + ", which is not in the document");
        }
        return found;
    }

    private static JsonPointer pointer(String ref) throws LeftOut {
        try {
            String decoded =
                    ref.indexOf('%') < 0 ? ref : URLDecoder.decode(ref.replace("+", "%2B"), StandardCharsets.UTF_8);
            return JsonPointer.compile(decoded.substring(1));
        } catch (IllegalArgumentException e) {
            throw new LeftOut("has a reference that is no JSON pointer: " + Texts.cut(ref, 100));
        }
    }
}
