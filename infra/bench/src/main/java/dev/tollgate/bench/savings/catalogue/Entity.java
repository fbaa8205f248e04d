package dev.tollgate.bench.savings.catalogue;

import java.util.List;

/**
 * A kind of record that a server keeps.
 *
 * @param size how many there are in the made-up data
 * @param about with its article: {@code a person at a company}
 */
public record Entity(
        String name, String plural, int size, String about, List<Operation> operations, List<Field> fields) {
    public Entity {
        operations = List.copyOf(operations);
        fields = List.copyOf(fields);
    }

    public List<Field> with(Field.Mark mark) {
        return fields.stream().filter(field -> field.is(mark)).toList();
    }

    /** The parameter that names one of them. */
    public String idName() {
        return name + "_id";
    }

    String words() {
        return name.replace('_', ' ');
    }

    String pluralWords() {
        return plural.replace('_', ' ');
    }
}
