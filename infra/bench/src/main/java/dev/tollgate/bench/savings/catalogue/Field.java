package dev.tollgate.bench.savings.catalogue;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field of an entity, or a parameter of an action.
 *
 * @param names the choices of an enum, the collection of an identifier, or the shape of an object
 * @param fallback the value that holds if none is given, as text
 * @param supply how the made-up data fills it
 */
public record Field(
        String name,
        Set<Mark> marks,
        Kind kind,
        List<String> names,
        Supply supply,
        @Nullable String fallback,
        String description) {
    /** What can be done with a field besides writing it. */
    public enum Mark {
        REQUIRED,
        FILTER,
        RANGE
    }

    /** How the made-up data fills a field: by chance, by the record's own number, or by chance and sometimes not at all. */
    public enum Supply {
        ANY,
        OWN,
        MAYBE
    }

    public Field {
        marks = Set.copyOf(marks);
        names = List.copyOf(names);
    }

    public boolean is(Mark mark) {
        return marks.contains(mark);
    }

    /** The names of the two parameters by which a list is narrowed to a range. */
    public List<String> range() {
        return kind.isMoment() ? List.of(name + "_after", name + "_before") : List.of(name + "_min", name + "_max");
    }
}
