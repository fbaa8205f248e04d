package dev.tollgate.control.web;

import dev.tollgate.model.config.SubjectRef;
import dev.tollgate.model.id.KeyId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Query parameters that narrow a list. One that is malformed is a field error, not a 404. */
public final class Filter {
    private static final int DAY_CHARS = "2026-11-01".length();

    private Filter() {}

    public static @Nullable UUID id(String field, @Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refused.invalid(field, "is a UUID", e);
        }
    }

    public static @Nullable Instant time(String field, @Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Refused.invalid(field, "is a time such as 2026-11-01T00:00:00Z", e);
        }
    }

    /** A time, or the first moment of a day in a zone, as {@code 2026-11-01}. */
    public static @Nullable Instant timeOrDay(String field, @Nullable String text, ZoneId zone) {
        try {
            return text == null || text.length() != DAY_CHARS
                    ? time(field, text)
                    : LocalDate.parse(text).atStartOfDay(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw Refused.invalid(field, "is a day such as 2026-11-01, or a time such as 2026-11-01T00:00:00Z", e);
        }
    }

    public static @Nullable KeyId key(String field, @Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : new KeyId(text);
        } catch (IllegalArgumentException e) {
            throw Refused.invalid(field, "is a key's id, 12 letters and digits", e);
        }
    }

    /** A subject as {@code team:<uuid>}. */
    public static @Nullable String subject(String field, @Nullable String text) {
        try {
            return text == null || text.isEmpty()
                    ? null
                    : SubjectRef.parse(text).toString();
        } catch (IllegalArgumentException e) {
            throw Refused.invalid(field, String.valueOf(e.getMessage()), e);
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
