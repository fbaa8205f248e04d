package dev.tollgate.gateway.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An argument of a tool.
 *
 * @param name as scripts write it
 * @param property as the tool's schema has it
 * @param otherwise what the tool takes in its place, as a script writes it; absent where it must be given
 * @param nullable whether None is a value for it rather than none
 */
record Parameter(
        String name, String property, String type, @Nullable String otherwise, boolean nullable) {
    private static final int DEFAULT_CHARS_MAX = 60;

    /** In the order of the schema, but those first that must be given. */
    static List<Parameter> of(Map<String, @Nullable Object> schema, StubTypes types) {
        Map<String, @Nullable Object> properties = JsonShape.object(schema.get("properties"));
        List<?> required = JsonShape.list(schema.get("required"));
        Map<String, String> names = Names.assign(properties.keySet());
        List<Parameter> first = new ArrayList<>();
        List<Parameter> others = new ArrayList<>();
        properties.forEach((property, each) -> {
            boolean must = required.contains(property);
            (must ? first : others)
                    .add(new Parameter(
                            names.getOrDefault(property, property),
                            property,
                            types.of(each),
                            must ? null : otherwise(types.resolved(each)),
                            types.isNullable(each)));
        });
        first.addAll(others);
        return List.copyOf(first);
    }

    private static String otherwise(Map<String, @Nullable Object> schema) {
        String literal = StubTypes.literal(schema.get("default"));
        return literal.length() <= DEFAULT_CHARS_MAX ? literal : "...";
    }

    boolean isRequired() {
        return otherwise == null;
    }

    String text() {
        String typed = type.equals("any") ? name : name + ": " + type;
        return isRequired() ? typed : typed + " = " + otherwise;
    }
}
