package dev.tollgate.starlark.value;

import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.meter.Meter;
import java.util.Arrays;

/** {@code <} and its family, charged per element. */
public final class Ordering {
    private Ordering() {}

    /**
     * Negative, zero or positive.
     *
     * @param operator for the message alone
     * @throws ScriptFault when the values have no order
     */
    public static int compare(Meter meter, Value a, Value b, String operator) {
        return compare(meter, a, b, operator, 0);
    }

    private static int compare(Meter meter, Value a, Value b, String operator, int depth) {
        meter.steps(1);
        if (a instanceof Int x && b instanceof Int y && x.isSmall() && y.isSmall()) {
            return Long.compare(x.small(), y.small());
        }
        if (a instanceof Str x && b instanceof Str y) {
            meter.look(Math.min(x.length(), y.length()));
            return x.value().compareTo(y.value());
        }
        if (number(a) && number(b)) {
            return Numbers.compare(a, b);
        }
        if (a instanceof Bool x && b instanceof Bool y) {
            return x.compareTo(y);
        }
        if (a instanceof Bytes x && b instanceof Bytes y) {
            meter.look(Math.min(x.length(), y.length()));
            return Arrays.compareUnsigned(x.array(), y.array());
        }
        if (a instanceof ListValue x && b instanceof ListValue y) {
            return compareElements(meter, x, y, operator, depth);
        }
        if (a instanceof Tuple x && b instanceof Tuple y) {
            return compareElements(meter, x, y, operator, depth);
        }
        throw new ScriptFault("unsupported comparison: " + a.type() + " " + operator + " " + b.type());
    }

    private static boolean number(Value value) {
        return value instanceof Int || value instanceof Real;
    }

    private static int compareElements(Meter meter, Sequence a, Sequence b, String operator, int depth) {
        int below = Meter.nested(depth);
        int common = Math.min(a.size(), b.size());
        for (int i = 0; i < common; i++) {
            if (!Equality.equal(meter, a.at(i), b.at(i))) {
                return compare(meter, a.at(i), b.at(i), operator, below);
            }
        }
        return Integer.compare(a.size(), b.size());
    }
}
