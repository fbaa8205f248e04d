package dev.tollgate.starlark.lib;

import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.meter.Meter;
import dev.tollgate.starlark.value.Bool;
import dev.tollgate.starlark.value.Callable;
import dev.tollgate.starlark.value.Cursor;
import dev.tollgate.starlark.value.Int;
import dev.tollgate.starlark.value.Machine;
import dev.tollgate.starlark.value.None;
import dev.tollgate.starlark.value.Str;
import dev.tollgate.starlark.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arguments of a call by their parameters, with the types that the built-in wants. */
final class Bound {
    final Machine machine;
    final Value self;
    private final List<String> names;
    private final @Nullable Value[] values;

    Bound(Machine machine, Value self, List<String> names, @Nullable Value[] values) {
        this.machine = machine;
        this.self = self;
        this.names = names;
        this.values = values;
    }

    Meter meter() {
        return machine.meter();
    }

    /** What a method of strings was called on. */
    String text() {
        return ((Str) self).value();
    }

    boolean given(int index) {
        return values[index] != null;
    }

    /** Null where it was left out. */
    @Nullable
    Value orNull(int index) {
        return values[index];
    }

    Value or(int index, Value otherwise) {
        Value value = values[index];
        return value == null ? otherwise : value;
    }

    Value value(int index) {
        return or(index, None.NONE);
    }

    String string(int index) {
        return value(index) instanceof Str s ? s.value() : wrong(index, "string");
    }

    String string(int index, String otherwise) {
        return given(index) ? string(index) : otherwise;
    }

    Int integer(int index) {
        return value(index) instanceof Int i ? i : wrong(index, "int");
    }

    /** An integer cut to the range of int. */
    int clamped(int index, int otherwise) {
        return given(index) ? integer(index).clamped() : otherwise;
    }

    boolean bool(int index, boolean otherwise) {
        Value value = values[index];
        if (value == null) {
            return otherwise;
        }
        return value instanceof Bool b
                ? b.truth()
                : this.<Bool>wrong(index, "bool").truth();
    }

    /** Null where it is left out or {@code None}. */
    @Nullable
    Callable callable(int index) {
        Value value = values[index];
        if (value == null || value == None.NONE) {
            return null;
        }
        return value instanceof Callable c ? c : wrong(index, "function");
    }

    Value iterable(int index) {
        Value value = value(index);
        return Cursor.iterable(value) ? value : notIterable(value);
    }

    private static Value notIterable(Value value) {
        Cursor.over(value).close();
        return value;
    }

    <T> T wrong(int index, String wanted) {
        throw new ScriptFault("got " + value(index).type() + " for " + names.get(index) + ", want " + wanted);
    }
}
