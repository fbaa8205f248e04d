package dev.tollgate.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A price of a tool or server. */
public record PriceId(@JsonValue UUID value) implements Comparable<PriceId> {
    @JsonCreator
    public PriceId {}

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static PriceId of(String text) {
        return new PriceId(UUID.fromString(text));
    }

    @Override
    public int compareTo(PriceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
