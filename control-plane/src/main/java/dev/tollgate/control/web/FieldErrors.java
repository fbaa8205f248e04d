package dev.tollgate.control.web;

import dev.tollgate.model.api.Problem.FieldError;
import dev.tollgate.model.id.Slug;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong with a body, so that one answer names every field at fault. */
public final class FieldErrors {
    /** More would help nobody. */
    private static final int ERRORS_MAX = 50;

    private final List<FieldError> errors = new ArrayList<>();

    public void add(String field, String message) {
        if (errors.size() < ERRORS_MAX) {
            errors.add(new FieldError(field, message));
        }
    }

    /** Runs a check that throws {@link IllegalArgumentException} with a message for people. */
    public void check(String field, Runnable check) {
        try {
            check.run();
        } catch (IllegalArgumentException e) {
            add(field, String.valueOf(e.getMessage()));
        }
    }

    public void present(String field, @Nullable Object value) {
        if (value == null) {
            add(field, "must be given");
        }
    }

    public void slug(String field, @Nullable String value) {
        if (value == null) {
            add(field, "must be given");
        } else {
            check(field, () -> new Slug(value));
        }
    }

    /** A text for people: not blank, bounded and without control characters. */
    public void text(String field, @Nullable String value, int charsMax) {
        if (value == null || value.isBlank()) {
            add(field, "must be given");
        } else {
            optionalText(field, value, charsMax);
        }
    }

    public void optionalText(String field, @Nullable String value, int charsMax) {
        if (value == null) {
            return;
        }
        if (value.length() > charsMax) {
            add(field, "has at most " + charsMax + " characters");
        } else if (value.codePoints().anyMatch(Character::isISOControl)) {
            add(field, "holds no control characters");
        }
    }

    public void listSize(String field, @Nullable List<?> list, int max) {
        if (list == null) {
            return;
        }
        if (list.size() > max) {
            add(field, "has at most " + max + " entries");
        } else if (list.contains(null)) {
            add(field, "holds no null");
        }
    }

    /**
     * Checks a list's size, and then each of its entries if there are not too many.
     *
     * @param check is given an entry's place, such as {@code sources[3]}, and the entry
     */
    public <T> void each(String field, @Nullable List<@Nullable T> list, int max, BiConsumer<String, T> check) {
        listSize(field, list, max);
        if (list == null || list.size() > max) {
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            @Nullable T entry = list.get(i);
            if (entry != null) {
                check.accept(field + "[" + i + "]", entry);
            }
        }
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new Refused(new Refusal.Invalid(errors));
        }
    }
}
