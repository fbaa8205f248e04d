package dev.tollgate.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * References to other documents, taken out before any parser sees them, so that none can be followed. What stands in
 * their place leads nowhere in the document, and back to the text of the reference here.
 */
final class Externals {
    private static final String PLACE = "#/x-tollgate-external/";
    private static final String REF = "$ref";

    private final List<String> taken = new ArrayList<>();

    /** Takes the references out of the tree. */
    static Externals takeFrom(ObjectNode document) {
        Externals externals = new Externals();
        externals.take(document);
        return externals;
    }

    private void take(JsonNode node) {
        switch (node) {
            case ObjectNode object -> {
                JsonNode ref = object.path(REF);
                if (ref.isTextual() && !ref.textValue().startsWith("#")) {
                    object.put(REF, PLACE + taken.size());
                    taken.add(ref.textValue());
                }
                for (Map.Entry<String, JsonNode> member : object.properties()) {
                    take(member.getValue());
                }
            }
            case ArrayNode array -> array.forEach(this::take);
            default -> {
                // Nothing else holds a reference.
            }
        }
    }

    /** Refuses a reference that was taken out. */
    void check(String ref) throws LeftOut {
        if (ref.startsWith(PLACE)) {
            String text = taken.get(Integer.parseInt(ref.substring(PLACE.length())));
            throw new LeftOut("refers to another document (" + Texts.cut(text, 100) + "), and none is followed");
        }
    }
}
