package dev.tollgate.starlark.value;

import org.jspecify.annotations.Nullable;

/** The algebra of sets. The right-hand side is any iterable; each result is new and keeps the order of its operands. */
public final class Sets {
    private Sets() {}

    public static SetValue of(Machine machine, Value iterable) {
        SetValue set = new SetValue();
        addAll(machine, set, iterable);
        return set;
    }

    public static void addAll(Machine machine, SetValue to, Value iterable) {
        if (to == iterable) {
            return;
        }
        try (Cursor cursor = Cursor.over(iterable)) {
            for (Value v = step(machine, cursor); v != null; v = step(machine, cursor)) {
                to.add(machine.meter(), v);
            }
        }
    }

    public static SetValue union(Machine machine, SetValue a, Value b) {
        SetValue union = of(machine, a);
        addAll(machine, union, b);
        return union;
    }

    public static SetValue intersection(Machine machine, SetValue a, Value b) {
        return filtered(machine, a, asSet(machine, b), true);
    }

    public static SetValue difference(Machine machine, SetValue a, Value b) {
        return filtered(machine, a, asSet(machine, b), false);
    }

    public static SetValue symmetricDifference(Machine machine, SetValue a, Value b) {
        SetValue other = asSet(machine, b);
        SetValue result = filtered(machine, a, other, false);
        addAll(machine, result, filtered(machine, other, a, false));
        return result;
    }

    /** Whether each element of {@code b} is in {@code a}. */
    public static boolean containsAll(Machine machine, SetValue a, Value b) {
        try (Cursor cursor = Cursor.over(b)) {
            for (Value v = step(machine, cursor); v != null; v = step(machine, cursor)) {
                if (!a.contains(machine.meter(), v)) {
                    return false;
                }
            }
        }
        return true;
    }

    public static SetValue asSet(Machine machine, Value iterable) {
        return iterable instanceof SetValue set ? set : of(machine, iterable);
    }

    private static SetValue filtered(Machine machine, SetValue from, SetValue by, boolean keep) {
        SetValue result = new SetValue();
        try (Cursor cursor = Cursor.over(from)) {
            for (Value v = step(machine, cursor); v != null; v = step(machine, cursor)) {
                if (by.contains(machine.meter(), v) == keep) {
                    result.add(machine.meter(), v);
                }
            }
        }
        return result;
    }

    private static @Nullable Value step(Machine machine, Cursor cursor) {
        machine.meter().steps(1);
        return cursor.next();
    }
}
