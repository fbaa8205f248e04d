package dev.tollgate.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A model of a tenant's price table. */
public record ModelId(@JsonValue UUID value) implements Comparable<ModelId> {
    @JsonCreator
    public ModelId {}

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static ModelId of(String text) {
        return new ModelId(UUID.fromString(text));
    }

    @Override
    public int compareTo(ModelId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
