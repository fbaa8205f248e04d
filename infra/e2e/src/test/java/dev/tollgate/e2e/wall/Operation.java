package dev.tollgate.e2e.wall;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One operation of the OpenAPI document.
 *
 * @param path with its parameters in braces
 */
record Operation(String method, String path) {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");

    /** {@code GET /api/v1/servers/{id}} */
    static Operation of(String text) {
        var parts = text.split(" ");
        return new Operation(parts[0], parts[1]);
    }

    static List<Operation> in(JsonNode document) {
        var operations = new ArrayList<Operation>();
        document.required("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (METHODS.contains(method)) {
                        operations.add(new Operation(method.toUpperCase(Locale.ROOT), path.getKey()));
                    }
                }));
        return operations;
    }

    /** The address with its one parameter filled in. */
    String with(Object id) {
        var filled = path.replaceFirst("\\{[^}]+}", id.toString());
        if (filled.contains("{") || filled.equals(path)) {
            throw new IllegalArgumentException(this + " has not exactly one path parameter");
        }
        return filled;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
