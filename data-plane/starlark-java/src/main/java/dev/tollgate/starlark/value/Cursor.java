package dev.tollgate.starlark.value;

import dev.tollgate.starlark.fault.ScriptFault;
import org.jspecify.annotations.Nullable;

/** A way through an iterable, which is held still until the cursor is closed. */
public final class Cursor implements AutoCloseable {
    private final @Nullable Sequence sequence;
    private final @Nullable Table table;
    private final @Nullable Mutable held;
    private int position;

    private Cursor(@Nullable Sequence sequence, @Nullable Table table, @Nullable Mutable held) {
        this.sequence = sequence;
        this.table = table;
        this.held = held;
        if (held != null) {
            held.hold();
        }
    }

    /** @throws ScriptFault when the value is no iterable */
    public static Cursor over(Value value) {
        return switch (value) {
            case ListValue list -> new Cursor(list, null, list);
            case Dict dict -> new Cursor(null, dict.table, dict);
            case SetValue set -> new Cursor(null, set.table, set);
            case Tuple tuple -> new Cursor(tuple, null, null);
            case Range range -> new Cursor(range, null, null);
            case Elems elems -> new Cursor(elems, null, null);
            case None _, Bool _, Int _, Real _, Str _, Bytes _, Struct _, Callable _ -> throw notIterable(value);
        };
    }

    public static boolean iterable(Value value) {
        return value instanceof Sequence || value instanceof Dict || value instanceof SetValue;
    }

    /** How many elements there are, for charging what will hold them; the value is an iterable. */
    public static int size(Value value) {
        return switch (value) {
            case ListValue list -> list.size();
            case Dict dict -> dict.size();
            case SetValue set -> set.size();
            case Tuple tuple -> tuple.size();
            case Range range -> range.size();
            case Elems elems -> elems.size();
            case None _, Bool _, Int _, Real _, Str _, Bytes _, Struct _, Callable _ -> throw notIterable(value);
        };
    }

    /** All elements in a new array, charged before it is made. */
    public static Value[] all(Machine machine, Value iterable) {
        int size = size(iterable);
        machine.meter().slots(size);
        machine.meter().steps(size);
        Value[] elements = new Value[size];
        try (Cursor cursor = over(iterable)) {
            for (int i = 0; i < size; i++) {
                elements[i] = cursor.some();
            }
        }
        return elements;
    }

    /** The next element, or null at the end. */
    public @Nullable Value next() {
        if (sequence != null) {
            return position < sequence.size() ? sequence.at(position++) : null;
        }
        if (table == null) {
            return null;
        }
        int entry = table.next(position);
        position = entry + 1;
        return entry < 0 ? null : table.key(entry);
    }

    private Value some() {
        Value next = next();
        if (next == null) {
            throw new IllegalStateException("fewer elements than counted");
        }
        return next;
    }

    @Override
    public void close() {
        if (held != null) {
            held.release();
        }
    }

    private static ScriptFault notIterable(Value value) {
        return new ScriptFault(
                "not iterable: got " + value.type() + ", want iterable",
                value instanceof Str ? "a string's characters are s.elems()" : "");
    }
}
