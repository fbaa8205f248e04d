package dev.tollgate.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Properties that a schema has in one direction only: what is read-only is never sent, what is write-only never comes. */
final class HiddenNames {
    private static final int DEPTH_MAX = 8;

    /** Which way a message goes. */
    enum Direction {
        REQUEST("readOnly"),
        RESPONSE("writeOnly");

        private final String hiding;

        Direction(String hiding) {
            this.hiding = hiding;
        }
    }

    private final Spec spec;
    private final Direction direction;

    HiddenNames(Spec spec, Direction direction) {
        this.spec = spec;
        this.direction = direction;
    }

    /** Of the schema and of all that must hold with it, for one branch may require what another hides. */
    Set<String> of(JsonNode schema) throws LeftOut {
        Set<String> names = new HashSet<>();
        gather(schema, names, 0);
        return names;
    }

    private void gather(JsonNode schema, Set<String> names, int depth) throws LeftOut {
        if (depth > DEPTH_MAX) {
            return;
        }
        for (Map.Entry<String, JsonNode> each : schema.path("properties").properties()) {
            JsonNode property = each.getValue();
            if (property.path(direction.hiding).asBoolean()
                    || spec.resolved(property).path(direction.hiding).asBoolean()) {
                names.add(each.getKey());
            }
        }
        for (JsonNode branch : schema.path("allOf")) {
            gather(spec.resolved(branch), names, depth + 1);
        }
    }
}
