package dev.tollgate.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A tool found on a server; its definition may change, its id does not. */
public record ToolId(@JsonValue UUID value) implements Comparable<ToolId> {
    @JsonCreator
    public ToolId {}

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static ToolId of(String text) {
        return new ToolId(UUID.fromString(text));
    }

    @Override
    public int compareTo(ToolId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
