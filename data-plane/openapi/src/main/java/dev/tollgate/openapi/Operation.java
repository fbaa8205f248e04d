package dev.tollgate.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * One operation in the document.
 *
 * @param key the method as the document has it; {@code *} for a path that only refers to one
 * @param item the path's own node
 */
record Operation(String path, String key, JsonNode item, JsonNode node) {
    String method() {
        return key.toUpperCase(Locale.ROOT);
    }
}
