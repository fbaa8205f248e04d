package dev.tollgate.gateway.code;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What JSON should be where somebody else may have written anything. */
final class JsonShape {
    private JsonShape() {}

    /** The members if it is an object; else none. */
    static Map<String, @Nullable Object> object(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return Map.of();
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        map.forEach((name, member) -> members.put(String.valueOf(name), member));
        return members;
    }

    /** The elements if it is an array; else none. */
    static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    /** The text if it is a string; else nothing. */
    static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }
}
