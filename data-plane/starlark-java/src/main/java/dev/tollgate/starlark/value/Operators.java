package dev.tollgate.starlark.value;

import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.meter.Meter;

/** The binary and unary operators over all types; what is the same in place stands in {@link InPlace}. */
public final class Operators {
    private Operators() {}

    public static Value add(Machine machine, Value a, Value b) {
        Meter meter = machine.meter();
        if (a instanceof Int x && b instanceof Int y) {
            return Numbers.add(meter, x, y);
        }
        if (a instanceof Str x && b instanceof Str y) {
            meter.text((long) x.length() + y.length());
            return Str.of(x.value().concat(y.value()));
        }
        if (a instanceof ListValue x && b instanceof ListValue y) {
            return ListValue.owning(joined(meter, x, y));
        }
        if (a instanceof Tuple x && b instanceof Tuple y) {
            return Tuple.owning(joined(meter, x, y));
        }
        if (a instanceof Bytes x && b instanceof Bytes y) {
            return Repetition.joined(meter, x, y);
        }
        return numbers(a, b)
                ? new Real(Numbers.toDouble(a) + Numbers.toDouble(b))
                : unsupported(a, "+", b, hintForAdd(a, b));
    }

    private static String hintForAdd(Value a, Value b) {
        return a instanceof Str || b instanceof Str ? "convert with str(x), or write f\"{x}\"" : "";
    }

    private static Value[] joined(Meter meter, Sequence a, Sequence b) {
        meter.slots((long) a.size() + b.size());
        Value[] all = new Value[a.size() + b.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i < a.size() ? a.at(i) : b.at(i - a.size());
        }
        return all;
    }

    public static Value subtract(Machine machine, Value a, Value b) {
        if (a instanceof Int x && b instanceof Int y) {
            return Numbers.subtract(machine.meter(), x, y);
        }
        if (a instanceof SetValue x && b instanceof SetValue y) {
            return Sets.difference(machine, x, y);
        }
        return numbers(a, b) ? new Real(Numbers.toDouble(a) - Numbers.toDouble(b)) : unsupported(a, "-", b, "");
    }

    public static Value multiply(Machine machine, Value a, Value b) {
        Meter meter = machine.meter();
        if (a instanceof Int x) {
            return b instanceof Int y
                    ? Numbers.multiply(meter, x, y)
                    : b instanceof Real y ? new Real(Numbers.toDouble(x) * y.value()) : repeated(meter, b, x, a, b);
        }
        if (b instanceof Int y && !(a instanceof Real)) {
            return repeated(meter, a, y, a, b);
        }
        return numbers(a, b) ? new Real(Numbers.toDouble(a) * Numbers.toDouble(b)) : unsupported(a, "*", b, "");
    }

    private static Value repeated(Meter meter, Value what, Int times, Value a, Value b) {
        return switch (what) {
            case Str s -> Repetition.of(meter, s, times);
            case Bytes s -> Repetition.of(meter, s, times);
            case ListValue s -> ListValue.owning(Repetition.of(meter, (Sequence) s, times));
            case Tuple s -> Tuple.owning(Repetition.of(meter, (Sequence) s, times));
            default -> unsupported(a, "*", b, "");
        };
    }

    public static Value divide(Machine machine, Value a, Value b) {
        return numbers(a, b) ? Numbers.divide(Numbers.toDouble(a), Numbers.toDouble(b)) : unsupported(a, "/", b, "");
    }

    public static Value floorDivide(Machine machine, Value a, Value b) {
        if (a instanceof Int x && b instanceof Int y) {
            return Numbers.floorDivide(machine.meter(), x, y);
        }
        return numbers(a, b)
                ? Numbers.floorDivide(Numbers.toDouble(a), Numbers.toDouble(b))
                : unsupported(a, "//", b, "");
    }

    public static Value modulo(Machine machine, Value a, Value b) {
        if (a instanceof Int x && b instanceof Int y) {
            return Numbers.modulo(machine.meter(), x, y);
        }
        return numbers(a, b) ? Numbers.modulo(Numbers.toDouble(a), Numbers.toDouble(b)) : unsupported(a, "%", b, "");
    }

    public static Value and(Machine machine, Value a, Value b) {
        if (a instanceof Int x && b instanceof Int y) {
            return x.isSmall() && y.isSmall()
                    ? Int.of(x.small() & y.small())
                    : Numbers.bounded(machine.meter(), x.big().and(y.big()));
        }
        return a instanceof SetValue x && b instanceof SetValue y
                ? Sets.intersection(machine, x, y)
                : unsupported(a, "&", b, "");
    }

    public static Value or(Machine machine, Value a, Value b) {
        if (a instanceof Int x && b instanceof Int y) {
            return x.isSmall() && y.isSmall()
                    ? Int.of(x.small() | y.small())
                    : Numbers.bounded(machine.meter(), x.big().or(y.big()));
        }
        if (a instanceof Dict x && b instanceof Dict y) {
            Dict union = new Dict();
            union.putAll(machine.meter(), x);
            union.putAll(machine.meter(), y);
            return union;
        }
        return a instanceof SetValue x && b instanceof SetValue y
                ? Sets.union(machine, x, y)
                : unsupported(a, "|", b, "");
    }

    public static Value xor(Machine machine, Value a, Value b) {
        if (a instanceof Int x && b instanceof Int y) {
            return x.isSmall() && y.isSmall()
                    ? Int.of(x.small() ^ y.small())
                    : Numbers.bounded(machine.meter(), x.big().xor(y.big()));
        }
        return a instanceof SetValue x && b instanceof SetValue y
                ? Sets.symmetricDifference(machine, x, y)
                : unsupported(a, "^", b, "");
    }

    public static Value shiftLeft(Machine machine, Value a, Value b) {
        return a instanceof Int x && b instanceof Int y
                ? Numbers.shiftLeft(machine.meter(), x, y)
                : unsupported(a, "<<", b, "");
    }

    public static Value shiftRight(Machine machine, Value a, Value b) {
        return a instanceof Int x && b instanceof Int y
                ? Numbers.shiftRight(machine.meter(), x, y)
                : unsupported(a, ">>", b, "");
    }

    public static Value negate(Machine machine, Value a) {
        return switch (a) {
            case Int x -> Numbers.subtract(machine.meter(), Int.ZERO, x);
            case Real x -> new Real(-x.value());
            default -> throw new ScriptFault("unsupported unary operation: -" + a.type());
        };
    }

    public static Value plus(Machine machine, Value a) {
        if (a instanceof Int || a instanceof Real) {
            return a;
        }
        throw new ScriptFault("unsupported unary operation: +" + a.type());
    }

    public static Value invert(Machine machine, Value a) {
        if (a instanceof Int x) {
            return Numbers.subtract(machine.meter(), Int.of(-1), x);
        }
        throw new ScriptFault("unsupported unary operation: ~" + a.type());
    }

    private static boolean numbers(Value a, Value b) {
        return (a instanceof Int || a instanceof Real) && (b instanceof Int || b instanceof Real);
    }

    private static Value unsupported(Value a, String operator, Value b, String hint) {
        throw new ScriptFault("unsupported binary operation: " + a.type() + " " + operator + " " + b.type(), hint);
    }
}
