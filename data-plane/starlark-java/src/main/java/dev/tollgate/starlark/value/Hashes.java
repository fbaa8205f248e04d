package dev.tollgate.starlark.value;

import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.meter.Meter;
import java.math.BigDecimal;

/** Hashes of keys: equal values have equal ones, whichever their types. */
final class Hashes {
    private static final long NONE_HASH = 0x9E3779B97F4A7C15L;
    private static final long BOOL_HASH = 0xC2B2AE3D27D4EB4FL;
    private static final long LONG_BOUND_EXPONENT = 63;

    private Hashes() {}

    static long of(Meter meter, Value value) {
        return switch (value) {
            case Str s -> {
                meter.steps(1);
                meter.look(s.length());
                yield s.hash();
            }
            case Int i when i.isSmall() -> SeededHash.of(i.small());
            default -> of(meter, value, 0);
        };
    }

    private static long of(Meter meter, Value value, int depth) {
        meter.steps(1);
        return switch (value) {
            case None _ -> NONE_HASH;
            case Bool b -> b.truth() ? BOOL_HASH : ~BOOL_HASH;
            case Int i ->
                i.isSmall() ? SeededHash.of(i.small()) : SeededHash.of(i.big().toByteArray());
            case Real r -> of(r.value());
            case Str s -> {
                meter.look(s.length());
                yield s.hash();
            }
            case Bytes b -> {
                meter.look(b.length());
                yield SeededHash.of(b.array());
            }
            case Tuple t -> of(meter, t, depth);
            case Struct s -> of(meter, s, depth);
            case Callable c -> SeededHash.of(c.identity()) ^ SeededHash.of(c.name());
            case ListValue _, Dict _, SetValue _, Range _, Elems _ -> throw unhashable(value);
        };
    }

    private static long of(Meter meter, Tuple tuple, int depth) {
        int below = Meter.nested(depth);
        long hash = tuple.size();
        for (int i = 0; i < tuple.size(); i++) {
            hash = SeededHash.of(hash * 31 + of(meter, tuple.at(i), below));
        }
        return hash;
    }

    private static long of(Meter meter, Struct struct, int depth) {
        int below = Meter.nested(depth);
        long hash = ~struct.size();
        for (String name : struct.names()) {
            Value field = struct.field(name);
            if (field != null) {
                hash = SeededHash.of(hash * 31 + SeededHash.of(name) + of(meter, field, below));
            }
        }
        return hash;
    }

    /** A float that is a whole number hashes as that integer, for it equals it. */
    private static long of(double value) {
        if (value != Math.rint(value) || Double.isInfinite(value)) {
            return SeededHash.of(Double.doubleToLongBits(value));
        }
        return Math.getExponent(value) < LONG_BOUND_EXPONENT
                ? SeededHash.of((long) value)
                : SeededHash.of(new BigDecimal(value).toBigInteger().toByteArray());
    }

    private static ScriptFault unhashable(Value value) {
        return new ScriptFault(
                "unhashable type: '" + value.type() + "'",
                value instanceof ListValue ? "a key can be a tuple: tuple(x)" : "");
    }
}
