package dev.tollgate.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A budget or rate limit. */
public record LimitId(@JsonValue UUID value) implements Comparable<LimitId> {
    @JsonCreator
    public LimitId {}

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static LimitId of(String text) {
        return new LimitId(UUID.fromString(text));
    }

    @Override
    public int compareTo(LimitId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
