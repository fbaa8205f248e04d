package dev.tollgate.control.web;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Query parameters that narrow a list. One that is malformed is a field error, not a 404. */
public final class Filter {
    private Filter() {}

    public static @Nullable UUID id(String field, @Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refused.invalid(field, "is a UUID", e);
        }
    }

    public static <E extends Enum<E>> @Nullable E of(Class<E> type, String field, @Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : Enum.valueOf(type, text);
        } catch (IllegalArgumentException e) {
            String known =
                    Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
            throw Refused.invalid(field, "is one of " + known, e);
        }
    }
}
