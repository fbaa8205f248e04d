package dev.tollgate.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The schemas of one direction of one operation as JSON Schema 2020-12. What they refer to becomes {@code $defs}, so that
 * recursion stays what it is.
 */
final class Schemas {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEPTH_MAX = 40;
    private static final int NODES_MAX = 20_000;
    private static final Set<String> ONE = Set.of(
            "additionalProperties",
            "items",
            "not",
            "if",
            "then",
            "else",
            "contains",
            "propertyNames",
            "unevaluatedProperties",
            "unevaluatedItems",
            "contentSchema");
    private static final Set<String> MANY = Set.of("allOf", "anyOf", "oneOf", "prefixItems");
    private static final Set<String> NAMED = Set.of("properties", "patternProperties", "dependentSchemas");
    private static final Set<String> AS_IS = Set.of(
            "type",
            "enum",
            "const",
            "required",
            "title",
            "description",
            "default",
            "examples",
            "format",
            "pattern",
            "minimum",
            "maximum",
            "multipleOf",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minContains",
            "maxContains",
            "minProperties",
            "maxProperties",
            "dependentRequired",
            "deprecated",
            "readOnly",
            "writeOnly",
            "contentEncoding",
            "contentMediaType");

    private final Spec spec;
    private final HiddenNames hidden;
    private final Map<String, String> namesByRef = new LinkedHashMap<>();
    private final Set<String> takenNames = new HashSet<>();
    private final ArrayDeque<String> waiting = new ArrayDeque<>();
    private int nodes;

    /**
     * @param direction what is hidden in it
     */
    Schemas(Spec spec, HiddenNames.Direction direction) {
        this.spec = spec;
        this.hidden = new HiddenNames(spec, direction);
    }

    /** A schema as 2020-12; what it refers to follows with {@link #definitions}. */
    JsonNode translate(JsonNode schema) throws LeftOut {
        return translate(schema, Set.of(), 0);
    }

    /** All that was referred to until now, by the names that the references have. */
    ObjectNode definitions() throws LeftOut {
        ObjectNode definitions = NODES.objectNode();
        while (!waiting.isEmpty()) {
            String ref = waiting.remove();
            definitions.set(namesByRef.get(ref), translate(spec.at(ref), Set.of(), 1));
        }
        return definitions;
    }

    private JsonNode translate(JsonNode schema, Set<String> hiddenAbove, int depth) throws LeftOut {
        if (depth > DEPTH_MAX) {
            throw new LeftOut("has a schema nested deeper than " + DEPTH_MAX);
        }
        if (schema.isBoolean()) {
            return schema;
        }
        if (!schema.isObject()) {
            throw new LeftOut("has a schema that is neither an object nor true or false");
        }
        Set<String> left = new HashSet<>(hiddenAbove);
        left.addAll(hidden.of(schema));
        ObjectNode translated = NODES.objectNode();
        for (Map.Entry<String, JsonNode> each : schema.properties()) {
            keyword(translated, each.getKey(), each.getValue(), left, depth);
        }
        return spec.is31() ? translated : Nullable30.written(schema, translated);
    }

    private void keyword(ObjectNode to, String keyword, JsonNode value, Set<String> left, int depth) throws LeftOut {
        count();
        if (keyword.equals("$ref") && value.isTextual()) {
            to.put(keyword, "#/$defs/" + name(value.textValue()));
        } else if (keyword.equals("$dynamicRef") || keyword.equals("$recursiveRef")) {
            throw new LeftOut("has a schema with a dynamic reference");
        } else if (keyword.equals("required")) {
            required(to, value, left);
        } else if (keyword.equals("example")) {
            to.set("examples", NODES.arrayNode().add(value));
        } else if (AS_IS.contains(keyword)) {
            to.set(keyword, value);
        } else if (ONE.contains(keyword)) {
            to.set(keyword, translate(value, Set.of(), depth + 1));
        } else if (MANY.contains(keyword)) {
            to.set(keyword, all(value, left, depth));
        } else if (NAMED.contains(keyword)) {
            to.set(keyword, named(value, keyword.equals("properties") ? left : Set.of(), depth));
        } else if (keyword.equals("exclusiveMinimum") || keyword.equals("exclusiveMaximum")) {
            if (value.isNumber()) {
                to.set(keyword, value);
            }
        }
    }

    private static void required(ObjectNode to, JsonNode names, Set<String> left) {
        ArrayNode kept = NODES.arrayNode();
        for (JsonNode name : names) {
            if (!left.contains(name.asText())) {
                kept.add(name);
            }
        }
        if (!kept.isEmpty()) {
            to.set("required", kept);
        }
    }

    private ArrayNode all(JsonNode schemas, Set<String> left, int depth) throws LeftOut {
        ArrayNode all = NODES.arrayNode();
        for (JsonNode each : schemas) {
            all.add(translate(each, left, depth + 1));
        }
        return all;
    }

    private ObjectNode named(JsonNode schemas, Set<String> left, int depth) throws LeftOut {
        ObjectNode named = NODES.objectNode();
        for (Map.Entry<String, JsonNode> each : schemas.properties()) {
            if (!left.contains(each.getKey())) {
                named.set(each.getKey(), translate(each.getValue(), Set.of(), depth + 1));
            }
        }
        return named;
    }

    private String name(String ref) throws LeftOut {
        String known = namesByRef.get(ref);
        if (known != null) {
            return known;
        }
        spec.at(ref);
        String wanted = Texts.acceptable(ref.substring(ref.lastIndexOf('/') + 1));
        String name = !wanted.isEmpty() && takenNames.add(wanted) ? wanted : wanted + "_" + Texts.digest(ref, 6);
        takenNames.add(name);
        namesByRef.put(ref, name);
        waiting.add(ref);
        return name;
    }

    private void count() throws LeftOut {
        if (++nodes > NODES_MAX) {
            throw new LeftOut("has schemas of more than " + NODES_MAX + " keywords");
        }
    }
}
