package dev.tollgate.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** An upstream MCP server of a tenant. Stable across renames, so that no server can take another's place. */
public record ServerId(@JsonValue UUID value) implements Comparable<ServerId> {
    @JsonCreator
    public ServerId {}

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static ServerId of(String text) {
        return new ServerId(UUID.fromString(text));
    }

    @Override
    public int compareTo(ServerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
