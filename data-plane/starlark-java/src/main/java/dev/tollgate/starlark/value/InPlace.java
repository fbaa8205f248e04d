package dev.tollgate.starlark.value;

/** Augmented assignments that change the left-hand value rather than make a new one. */
public final class InPlace {
    private InPlace() {}

    /** {@code a += b}. */
    public static Value add(Machine machine, Value a, Value b) {
        if (!(a instanceof ListValue list) || !Cursor.iterable(b)) {
            return Operators.add(machine, a, b);
        }
        list.checkMutable();
        extend(machine, list, b);
        return list;
    }

    /** Adds the elements of an iterable, which may be the list itself. */
    public static void extend(Machine machine, ListValue list, Value iterable) {
        list.addAll(
                machine.meter(),
                iterable instanceof Sequence sequence ? sequence : ListValue.owning(Cursor.all(machine, iterable)));
    }

    /** {@code a |= b}. */
    public static Value or(Machine machine, Value a, Value b) {
        if (a instanceof Dict dict && b instanceof Dict other) {
            dict.checkMutable();
            if (dict != other) {
                dict.putAll(machine.meter(), other);
            }
            return dict;
        }
        if (a instanceof SetValue set && b instanceof SetValue other) {
            set.checkMutable();
            Sets.addAll(machine, set, other);
            return set;
        }
        return Operators.or(machine, a, b);
    }

    /** {@code a &= b}. */
    public static Value and(Machine machine, Value a, Value b) {
        return a instanceof SetValue x && b instanceof SetValue y
                ? replace(machine, x, Sets.intersection(machine, x, y))
                : Operators.and(machine, a, b);
    }

    /** {@code a -= b}. */
    public static Value subtract(Machine machine, Value a, Value b) {
        return a instanceof SetValue x && b instanceof SetValue y
                ? replace(machine, x, Sets.difference(machine, x, y))
                : Operators.subtract(machine, a, b);
    }

    /** {@code a ^= b}. */
    public static Value xor(Machine machine, Value a, Value b) {
        return a instanceof SetValue x && b instanceof SetValue y
                ? replace(machine, x, Sets.symmetricDifference(machine, x, y))
                : Operators.xor(machine, a, b);
    }

    /** The set holds these elements and no others. */
    public static SetValue replace(Machine machine, SetValue set, SetValue by) {
        set.checkMutable();
        set.clear();
        Sets.addAll(machine, set, by);
        return set;
    }
}
