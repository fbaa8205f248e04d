package dev.tollgate.ui.view.tools;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;

/** A tool's definition as lines that people read: indented, members sorted so that order alone is no difference. */
final class DefinitionText {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(SerializationFeature.INDENT_OUTPUT);

    private DefinitionText() {}

    static List<String> lines(JsonNode definition) {
        try {
            // Trees keep their order; maps are sorted.
            return JSON.writeValueAsString(JSON.treeToValue(definition, Object.class))
                    .lines()
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a parsed definition can be written again", e);
        }
    }
}
