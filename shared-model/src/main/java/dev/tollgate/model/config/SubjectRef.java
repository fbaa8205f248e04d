package dev.tollgate.model.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.tollgate.model.id.Slug;
import java.util.UUID;

/**
 * Points at a subject; as text {@code team:0198…}, {@code tier:pro}.
 *
 * @param id a UUID, or a slug where people name the kind
 */
public record SubjectRef(SubjectKind kind, String id) implements Comparable<SubjectRef> {
    public SubjectRef {
        id = kind.isNamed() ? new Slug(id).value() : UUID.fromString(id).toString();
    }

    public static SubjectRef of(SubjectKind kind, UUID id) {
        return new SubjectRef(kind, id.toString());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if it is none
     */
    @JsonCreator
    public static SubjectRef parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("a subject is written as kind:id, such as team:<uuid> or tier:pro");
        }
        return new SubjectRef(SubjectKind.of(text.substring(0, colon)), text.substring(colon + 1));
    }

    @Override
    public int compareTo(SubjectRef other) {
        return toString().compareTo(other.toString());
    }

    @JsonValue
    @Override
    public String toString() {
        return kind.text() + ":" + id;
    }
}
