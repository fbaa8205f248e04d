package dev.tollgate.starlark.value;

import dev.tollgate.starlark.meter.Meter;

/** {@code ==}, charged per element. */
public final class Equality {
    private Equality() {}

    public static boolean equal(Meter meter, Value a, Value b) {
        if (a == b) {
            return true;
        }
        if (a instanceof Int x && b instanceof Int y) {
            return x.equals(y);
        }
        if (a instanceof Str x && b instanceof Str y) {
            meter.steps(1);
            return equalText(meter, x, y);
        }
        return equal(meter, a, b, 0);
    }

    private static boolean equal(Meter meter, Value a, Value b, int depth) {
        meter.steps(1);
        if (a == b) {
            return true;
        }
        return switch (a) {
            case Int x -> b instanceof Int y ? x.equals(y) : b instanceof Real && Numbers.compare(a, b) == 0;
            case Real _ -> (b instanceof Int || b instanceof Real) && Numbers.compare(a, b) == 0;
            case Str x -> b instanceof Str y && equalText(meter, x, y);
            case Bytes x -> b instanceof Bytes y && equalBytes(meter, x, y);
            case ListValue x -> b instanceof ListValue y && equalElements(meter, x, y, depth);
            case Tuple x -> b instanceof Tuple y && equalElements(meter, x, y, depth);
            case Dict x -> b instanceof Dict y && equal(meter, x, y, depth);
            case SetValue x -> b instanceof SetValue y && equal(meter, x, y);
            case Struct x -> b instanceof Struct y && equal(meter, x, y, depth);
            case Range x -> b instanceof Range y && x.sameAs(y);
            case Elems x -> b instanceof Elems y && equal(meter, x.source(), y.source(), Meter.nested(depth));
            case None _, Bool _, Callable _ -> false;
        };
    }

    private static boolean equalText(Meter meter, Str a, Str b) {
        if (a.length() != b.length()) {
            return false;
        }
        meter.look(a.length());
        return a.value().equals(b.value());
    }

    private static boolean equalBytes(Meter meter, Bytes a, Bytes b) {
        meter.look(Math.min(a.length(), b.length()));
        return a.equals(b);
    }

    private static boolean equalElements(Meter meter, Sequence a, Sequence b, int depth) {
        if (a.size() != b.size()) {
            return false;
        }
        int below = Meter.nested(depth);
        for (int i = 0; i < a.size(); i++) {
            if (!equal(meter, a.at(i), b.at(i), below)) {
                return false;
            }
        }
        return true;
    }

    private static boolean equal(Meter meter, Dict a, Dict b, int depth) {
        if (a.size() != b.size()) {
            return false;
        }
        int below = Meter.nested(depth);
        for (Dict.Entry e = a.firstEntry(); e != null; e = e.next()) {
            Value other = b.get(meter, e.key());
            if (other == null || !equal(meter, e.value(), other, below)) {
                return false;
            }
        }
        return true;
    }

    private static boolean equal(Meter meter, SetValue a, SetValue b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int e = a.table.next(0); e >= 0; e = a.table.next(e + 1)) {
            if (!b.contains(meter, a.table.key(e))) {
                return false;
            }
        }
        return true;
    }

    private static boolean equal(Meter meter, Struct a, Struct b, int depth) {
        if (a.size() != b.size() || !a.name().equals(b.name())) {
            return false;
        }
        int below = Meter.nested(depth);
        for (String name : a.names()) {
            Value mine = a.field(name);
            Value other = b.field(name);
            if (mine == null || other == null || !equal(meter, mine, other, below)) {
                return false;
            }
        }
        return true;
    }
}
