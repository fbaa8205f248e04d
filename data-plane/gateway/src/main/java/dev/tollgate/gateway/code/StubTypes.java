package dev.tollgate.gateway.code;

import dev.tollgate.starlark.Environment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Types of a JSON Schema in few words, such as {@code list[{title: str, score?: float}]}. A server wrote the schema: what
 * is not understood in it, or is too deep or too long, is {@code any}, {@code dict} or {@code list}.
 */
final class StubTypes {
    private static final int DEPTH_MAX = 5;
    private static final int ENUM_MAX = 16;
    private static final int FIELDS_MAX = 32;
    private static final int MERGED_MAX = 8;
    /** Schemas looked at: one that refers to itself many times would have no end. */
    private static final int LOOKS_MAX = 2_000;

    private static final String ANY = "any";

    private final @Nullable Object root;
    private int looks;

    /** @param root what references begin at */
    StubTypes(@Nullable Object root) {
        this.root = root;
    }

    String of(@Nullable Object schema) {
        return type(schema, 0);
    }

    /** Whether the type has None. */
    boolean isNullable(@Nullable Object schema) {
        String type = of(schema);
        return type.equals(ANY) || List.of(type.split(" \\| ", -1)).contains("None");
    }

    /** The schema with its reference followed and the parts of {@code allOf} put together; empty if it says nothing. */
    Map<String, @Nullable Object> resolved(@Nullable Object schema) {
        return resolved(schema, 0);
    }

    private Map<String, @Nullable Object> resolved(@Nullable Object schema, int depth) {
        if (++looks > LOOKS_MAX) {
            return Map.of();
        }
        Map<String, @Nullable Object> object = JsonShape.object(schema);
        if (object.get("$ref") instanceof String reference) {
            return depth >= MERGED_MAX ? Map.of() : resolved(target(reference), depth + 1);
        }
        List<?> parts = JsonShape.list(object.get("allOf"));
        if (parts.isEmpty() || depth >= MERGED_MAX) {
            return object;
        }
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(object);
        Map<String, @Nullable Object> properties = new LinkedHashMap<>(JsonShape.object(object.get("properties")));
        List<@Nullable Object> required = new ArrayList<>(JsonShape.list(object.get("required")));
        for (Object part : parts) {
            Map<String, @Nullable Object> more = resolved(part, depth + 1);
            more.forEach(merged::putIfAbsent);
            properties.putAll(JsonShape.object(more.get("properties")));
            required.addAll(JsonShape.list(more.get("required")));
        }
        merged.remove("allOf");
        if (!properties.isEmpty()) {
            merged.put("properties", properties);
        }
        merged.put("required", required);
        return merged;
    }

    /** Only within the schema itself: nothing is fetched. */
    private @Nullable Object target(String reference) {
        if (!reference.startsWith("#")) {
            return null;
        }
        Object at = root;
        for (String step : reference.substring(1).split("/", -1)) {
            if (!step.isEmpty()) {
                at = JsonShape.object(at).get(step.replace("~1", "/").replace("~0", "~"));
            }
        }
        return at;
    }

    private String type(@Nullable Object schema, int depth) {
        Map<String, @Nullable Object> object = resolved(schema);
        if (object.containsKey("const")) {
            return literal(object.get("const"));
        }
        List<?> values = JsonShape.list(object.get("enum"));
        if (!values.isEmpty() && values.size() <= ENUM_MAX) {
            return values.stream().map(StubTypes::literal).distinct().collect(Collectors.joining(" | "));
        }
        List<?> alternatives = JsonShape.list(object.get(object.containsKey("anyOf") ? "anyOf" : "oneOf"));
        if (!alternatives.isEmpty()) {
            return depth >= DEPTH_MAX
                    ? ANY
                    : union(alternatives.stream()
                            .map(each -> type(each, depth + 1))
                            .toList());
        }
        if (object.get("type") instanceof List<?> types && !types.isEmpty()) {
            return union(types.stream().map(each -> named(each, object, depth)).toList());
        }
        return named(object.get("type"), object, depth);
    }

    private static String union(List<String> types) {
        Set<String> parts = new LinkedHashSet<>();
        types.forEach(type -> parts.addAll(
                type.contains("[") || type.contains("{") ? List.of(type) : List.of(type.split(" \\| ", -1))));
        return parts.contains(ANY) ? ANY : String.join(" | ", parts);
    }

    private String named(@Nullable Object name, Map<String, @Nullable Object> schema, int depth) {
        return switch (name instanceof String text ? text : schema.containsKey("properties") ? "object" : "") {
            case "string" -> "str";
            case "integer" -> "int";
            case "number" -> "float";
            case "boolean" -> "bool";
            case "null" -> "None";
            case "array" -> array(schema, depth);
            case "object" -> object(schema, depth);
            default -> ANY;
        };
    }

    private String array(Map<String, @Nullable Object> schema, int depth) {
        if (depth >= DEPTH_MAX || !schema.containsKey("items")) {
            return "list";
        }
        String element = type(schema.get("items"), depth + 1);
        return element.equals(ANY) ? "list" : "list[" + element + "]";
    }

    private String object(Map<String, @Nullable Object> schema, int depth) {
        Map<String, @Nullable Object> properties = JsonShape.object(schema.get("properties"));
        if (depth >= DEPTH_MAX || properties.size() > FIELDS_MAX) {
            return "dict";
        }
        if (properties.isEmpty()) {
            String values = schema.get("additionalProperties") instanceof Map<?, ?> each ? type(each, depth + 1) : ANY;
            return values.equals(ANY) ? "dict" : "dict[str, " + values + "]";
        }
        List<?> required = JsonShape.list(schema.get("required"));
        return properties.entrySet().stream()
                .map(field -> field(field.getKey(), required.contains(field.getKey())) + ": "
                        + type(field.getValue(), depth + 1))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String field(String name, boolean required) {
        return (Environment.isName(name) ? name : JsonData.text(name)) + (required ? "" : "?");
    }

    /** A value as a script writes it. */
    static String literal(@Nullable Object value) {
        return switch (value) {
            case null -> "None";
            case Boolean truth -> truth ? "True" : "False";
            case List<?> list -> list.stream().map(StubTypes::literal).collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(e -> JsonData.text(Objects.toString(e.getKey())) + ": " + literal(e.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            default -> JsonData.text(value);
        };
    }
}
