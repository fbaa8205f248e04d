package dev.tollgate.starlark.value;

import java.util.Collection;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Named fields that never change, in the order of their names. Whoever makes one in a run has charged its slots. */
public final class Struct implements Value {
    private final String name;
    private final SequencedMap<String, Value> fields;

    private Struct(String name, SequencedMap<String, Value> fields) {
        this.name = name;
        this.fields = fields;
    }

    public static Struct of(Map<String, ? extends Value> fields) {
        return named("struct", fields);
    }

    /** One that a host calls otherwise than {@code struct} in its text, such as a namespace of functions. */
    public static Struct named(String name, Map<String, ? extends Value> fields) {
        return new Struct(name, new TreeMap<>(fields));
    }

    public String name() {
        return name;
    }

    public @Nullable Value field(String field) {
        return fields.get(field);
    }

    public Collection<String> names() {
        return fields.sequencedKeySet();
    }

    public int size() {
        return fields.size();
    }

    @Override
    public String type() {
        return "struct";
    }

    @Override
    public boolean truth() {
        return true;
    }
}
