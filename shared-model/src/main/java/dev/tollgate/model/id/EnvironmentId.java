package dev.tollgate.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** An environment of a tenant, such as production or staging. */
public record EnvironmentId(@JsonValue UUID value) implements Comparable<EnvironmentId> {
    @JsonCreator
    public EnvironmentId {}

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static EnvironmentId of(String text) {
        return new EnvironmentId(UUID.fromString(text));
    }

    @Override
    public int compareTo(EnvironmentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
