package dev.tollgate.starlark.lib;

import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.meter.Meter;
import dev.tollgate.starlark.value.Bool;
import dev.tollgate.starlark.value.Bytes;
import dev.tollgate.starlark.value.Callable;
import dev.tollgate.starlark.value.Cursor;
import dev.tollgate.starlark.value.Int;
import dev.tollgate.starlark.value.ListValue;
import dev.tollgate.starlark.value.Machine;
import dev.tollgate.starlark.value.None;
import dev.tollgate.starlark.value.Operators;
import dev.tollgate.starlark.value.Ordering;
import dev.tollgate.starlark.value.Str;
import dev.tollgate.starlark.value.Tuple;
import dev.tollgate.starlark.value.Value;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions over iterables. */
final class Iterables {
    static final List<Definition> ALL = List.of(
            Definition.of("any", "x", a -> Bool.of(contains(a, true))),
            Definition.of("all", "x", a -> Bool.of(!contains(a, false))),
            Definition.of("len", "x", Iterables::len),
            Definition.of("sorted", "x key? reverse?", Iterables::sorted),
            Definition.of("reversed", "x", Iterables::reversed),
            Definition.of("enumerate", "x start?", Iterables::enumerate),
            Definition.of("sum", "x start?", Iterables::sum),
            Definition.open("zip", Iterables::zip),
            Definition.open("min", call -> extreme(call, -1)),
            Definition.open("max", call -> extreme(call, 1)));

    private Iterables() {}

    private static boolean contains(Bound a, boolean truth) {
        try (Cursor cursor = Cursor.over(a.iterable(0))) {
            for (Value v = cursor.next(); v != null; v = cursor.next()) {
                a.meter().steps(1);
                if (v.truth() == truth) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Value len(Bound a) {
        Value value = a.value(0);
        if (value instanceof Str s) {
            return Int.of(s.length());
        }
        if (value instanceof Bytes b) {
            return Int.of(b.length());
        }
        if (!Cursor.iterable(value)) {
            throw new ScriptFault("value of type " + value.type() + " has no len");
        }
        return Int.of(Cursor.size(value));
    }

    private record Keyed(Value key, Value value) {}

    private static Value sorted(Bound a) {
        Value[] values = Cursor.all(a.machine, a.iterable(0));
        Callable key = a.callable(1);
        boolean reverse = a.bool(2, false);
        a.meter().slots(values.length);
        Keyed[] keyed = new Keyed[values.length];
        for (int i = 0; i < values.length; i++) {
            keyed[i] = new Keyed(key(a.machine, key, values[i]), values[i]);
        }
        Meter meter = a.meter();
        Comparator<Keyed> order = (x, y) -> Ordering.compare(meter, x.key(), y.key(), "<");
        Arrays.sort(keyed, reverse ? order.reversed() : order);
        for (int i = 0; i < values.length; i++) {
            values[i] = keyed[i].value();
        }
        return ListValue.owning(values);
    }

    private static Value key(Machine machine, @Nullable Callable key, Value value) {
        return key == null ? value : key.call(machine, new Value[] {value}, Callable.NO_NAMES);
    }

    private static Value reversed(Bound a) {
        Value[] values = Cursor.all(a.machine, a.iterable(0));
        Collections.reverse(Arrays.asList(values));
        return ListValue.owning(values);
    }

    private static Value enumerate(Bound a) {
        Int start = a.given(1) ? a.integer(1) : Int.ZERO;
        Value[] values = Cursor.all(a.machine, a.iterable(0));
        for (int i = 0; i < values.length; i++) {
            a.meter().slots(2);
            values[i] = Tuple.owning(Operators.add(a.machine, start, Int.of(i)), values[i]);
        }
        return ListValue.owning(values);
    }

    private static Value sum(Bound a) {
        Value sum = a.or(1, Int.ZERO);
        if (sum instanceof Str) {
            throw new ScriptFault("strings cannot be summed", "write \"\".join(x)");
        }
        try (Cursor cursor = Cursor.over(a.iterable(0))) {
            for (Value v = cursor.next(); v != null; v = cursor.next()) {
                a.meter().steps(1);
                sum = Operators.add(a.machine, sum, v);
            }
        }
        return sum;
    }

    private static Value zip(Call call) {
        call.noNames();
        int rows = call.positional() == 0 ? 0 : Integer.MAX_VALUE;
        for (Value iterable : call.arguments()) {
            rows = Math.min(rows, Cursor.size(iterable));
        }
        int columns = call.positional();
        call.meter().slots((long) rows * (columns + 2));
        call.meter().steps((long) rows * columns);
        Value[][] cells = new Value[rows][columns];
        for (int column = 0; column < columns; column++) {
            try (Cursor cursor = Cursor.over(call.arguments()[column])) {
                for (int row = 0; row < rows; row++) {
                    Value next = cursor.next();
                    cells[row][column] = next == null ? None.NONE : next;
                }
            }
        }
        return ListValue.owning(Arrays.stream(cells).map(Tuple::owning).toArray(Value[]::new));
    }

    /** The greatest where {@code sign} is one, the least where it is minus one; the first of several. */
    private static Value extreme(Call call, int sign) {
        Callable key = null;
        for (int i = 0; i < call.names().length; i++) {
            if (!call.names()[i].equals("key")) {
                throw new ScriptFault("unexpected keyword argument '" + call.names()[i] + "'");
            }
            key = call.named(i) instanceof Callable c ? c : key;
        }
        if (call.positional() == 0) {
            throw new ScriptFault("expected at least one positional argument");
        }
        Value among = call.positional() == 1 ? call.arguments()[0] : Tuple.owning(call.positionalOnly());
        Value best = null;
        Value bestKey = null;
        try (Cursor cursor = Cursor.over(among)) {
            for (Value v = cursor.next(); v != null; v = cursor.next()) {
                call.meter().steps(1);
                Value k = key(call.machine(), key, v);
                if (bestKey == null || Ordering.compare(call.meter(), k, bestKey, sign < 0 ? "<" : ">") * sign > 0) {
                    best = v;
                    bestKey = k;
                }
            }
        }
        if (best == null) {
            throw new ScriptFault("expected at least one item: the argument is empty");
        }
        return best;
    }
}
