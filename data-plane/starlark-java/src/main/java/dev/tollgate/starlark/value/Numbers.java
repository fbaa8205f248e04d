package dev.tollgate.starlark.value;

import dev.tollgate.starlark.fault.Limit;
import dev.tollgate.starlark.fault.LimitStop;
import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.meter.Limits;
import dev.tollgate.starlark.meter.Meter;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Arithmetic of integers and floats. Integers are exact and bounded; a mixture is computed in floats. */
public final class Numbers {
    private static final int LARGE_INTEGER_STEPS = 8;
    private static final int LARGE_INTEGER_BYTES = 64 + Limits.INTEGER_BITS_MAX / Byte.SIZE;

    private Numbers() {}

    /** The integer, unless it is too large. */
    public static Int bounded(Meter meter, BigInteger value) {
        if (value.bitLength() > Limits.INTEGER_BITS_MAX) {
            throw new LimitStop(Limit.INTEGER, Limits.INTEGER_BITS_MAX);
        }
        meter.steps(LARGE_INTEGER_STEPS);
        meter.bytes(LARGE_INTEGER_BYTES);
        return Int.of(value);
    }

    public static Int add(Meter meter, Int a, Int b) {
        if (a.isSmall() && b.isSmall()) {
            long sum = a.small() + b.small();
            if (((a.small() ^ sum) & (b.small() ^ sum)) >= 0) {
                return Int.of(sum);
            }
        }
        return bounded(meter, a.big().add(b.big()));
    }

    public static Int subtract(Meter meter, Int a, Int b) {
        if (a.isSmall() && b.isSmall()) {
            long difference = a.small() - b.small();
            if (((a.small() ^ b.small()) & (a.small() ^ difference)) >= 0) {
                return Int.of(difference);
            }
        }
        return bounded(meter, a.big().subtract(b.big()));
    }

    public static Int multiply(Meter meter, Int a, Int b) {
        if (a.isSmall() && b.isSmall()) {
            long low = a.small() * b.small();
            if (Math.multiplyHigh(a.small(), b.small()) == low >> 63) {
                return Int.of(low);
            }
        }
        return bounded(meter, a.big().multiply(b.big()));
    }

    public static Int floorDivide(Meter meter, Int a, Int b) {
        checkDivisor(b.signum() == 0);
        if (a.isSmall() && b.isSmall() && !(a.small() == Long.MIN_VALUE && b.small() == -1)) {
            return Int.of(Math.floorDiv(a.small(), b.small()));
        }
        BigInteger[] parts = a.big().divideAndRemainder(b.big());
        boolean between = parts[1].signum() != 0 && parts[1].signum() != b.signum();
        return bounded(meter, between ? parts[0].subtract(BigInteger.ONE) : parts[0]);
    }

    public static Int modulo(Meter meter, Int a, Int b) {
        checkDivisor(b.signum() == 0);
        if (a.isSmall() && b.isSmall()) {
            return Int.of(Math.floorMod(a.small(), b.small()));
        }
        BigInteger remainder = a.big().remainder(b.big());
        boolean across = remainder.signum() != 0 && remainder.signum() != b.signum();
        return bounded(meter, across ? remainder.add(b.big()) : remainder);
    }

    public static Int shiftLeft(Meter meter, Int a, Int by) {
        int bits = shift(by);
        if (a.signum() == 0) {
            return a;
        }
        if ((long) a.bitLength() + bits > Limits.INTEGER_BITS_MAX) {
            throw new LimitStop(Limit.INTEGER, Limits.INTEGER_BITS_MAX);
        }
        return a.bitLength() + bits < Long.SIZE - 1
                ? Int.of(a.small() << bits)
                : bounded(meter, a.big().shiftLeft(bits));
    }

    public static Int shiftRight(Meter meter, Int a, Int by) {
        int bits = shift(by);
        return a.isSmall()
                ? Int.of(a.small() >> Math.min(bits, 63))
                : bounded(meter, a.big().shiftRight(bits));
    }

    private static int shift(Int by) {
        if (by.signum() < 0) {
            throw new ScriptFault("negative shift count: " + by);
        }
        return by.clamped();
    }

    public static Real floorDivide(double a, double b) {
        checkDivisor(b == 0);
        return new Real(Math.floor(a / b));
    }

    public static Real modulo(double a, double b) {
        checkDivisor(b == 0);
        double remainder = a % b;
        return new Real(remainder != 0 && (remainder < 0) != (b < 0) ? remainder + b : remainder);
    }

    public static Real divide(double a, double b) {
        checkDivisor(b == 0);
        return new Real(a / b);
    }

    private static void checkDivisor(boolean zero) {
        if (zero) {
            throw new ScriptFault("division by zero");
        }
    }

    /** @throws ScriptFault when the integer is beyond what floats reach */
    public static double toDouble(Value number) {
        if (number instanceof Real real) {
            return real.value();
        }
        if (!(number instanceof Int i)) {
            throw new ScriptFault("got " + number.type() + ", want number");
        }
        double value = i.isSmall() ? i.small() : i.big().doubleValue();
        if (Double.isInfinite(value)) {
            throw new ScriptFault("int too large to convert to float");
        }
        return value;
    }

    /** The whole part. */
    public static Int truncate(Meter meter, double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new ScriptFault("cannot convert float " + Floats.text(value) + " to integer");
        }
        return Math.abs(value) < 1L << 62 ? Int.of((long) value) : bounded(meter, new BigDecimal(value).toBigInteger());
    }

    /** Exact, whatever the types; NaN equals itself and is greater than all else. */
    static int compare(Value a, Value b) {
        if (a instanceof Int x && b instanceof Int y) {
            return x.isSmall() && y.isSmall()
                    ? Long.compare(x.small(), y.small())
                    : x.big().compareTo(y.big());
        }
        if (a instanceof Real x && b instanceof Real y) {
            // Adding zero turns the negative zero into the positive one.
            return Double.compare(x.value() + 0.0, y.value() + 0.0);
        }
        return a instanceof Real x ? compare(x.value(), (Int) b) : -compare(((Real) b).value(), (Int) a);
    }

    private static int compare(double a, Int b) {
        if (Double.isNaN(a) || Double.isInfinite(a)) {
            return a == Double.NEGATIVE_INFINITY ? -1 : 1;
        }
        return new BigDecimal(a).compareTo(new BigDecimal(b.big()));
    }
}
