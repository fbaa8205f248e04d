package dev.tollgate.model.condition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The text of a condition, an expression in CEL whose value is a boolean. That it compiles is for {@link Conditions} to say. */
public record Condition(@JsonValue String text) {
    public static final int CHARS_MAX = 1_000;

    @JsonCreator
    public Condition {
        if (text.isBlank() || text.length() > CHARS_MAX) {
            throw new IllegalArgumentException("a condition has 1 to " + CHARS_MAX + " characters");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
