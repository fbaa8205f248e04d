package dev.tollgate.model.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 has it.
 *
 * @param type a URI that names the kind of problem
 * @param errors the fields at fault; absent if it is none of theirs
 */
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String instance,
        @Nullable List<FieldError> errors) {
    /** One field at fault. */
    public record FieldError(String field, String message) {}
}
