package dev.tollgate.starlark.value;

import dev.tollgate.starlark.fault.ScriptFault;
import java.math.BigInteger;

/** An arithmetic progression that is never written out. */
public final class Range implements Value, Sequence {
    private final long start;
    private final long step;
    private final int size;
    private final long stop;

    private Range(long start, long stop, long step, int size) {
        this.start = start;
        this.stop = stop;
        this.step = step;
        this.size = size;
    }

    /** @throws ScriptFault when the step is zero, or there are more than 2³¹-1 elements */
    public static Range of(long start, long stop, long step) {
        if (step == 0) {
            throw new ScriptFault("the step of a range cannot be zero");
        }
        BigInteger span = BigInteger.valueOf(stop).subtract(BigInteger.valueOf(start));
        BigInteger stride = BigInteger.valueOf(step);
        BigInteger count =
                span.add(stride).subtract(BigInteger.valueOf(Long.signum(step))).divide(stride);
        if (span.signum() != stride.signum()) {
            return new Range(start, stop, step, 0);
        }
        if (count.bitLength() >= Integer.SIZE) {
            throw new ScriptFault("a range of " + count + " elements is out of range");
        }
        return new Range(start, stop, step, count.intValue());
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Int at(int index) {
        return Int.of(number(index));
    }

    long number(int index) {
        return start + index * step;
    }

    long step() {
        return step;
    }

    boolean contains(Int number) {
        if (size == 0 || !number.isSmall()) {
            return false;
        }
        BigInteger from = number.big().subtract(BigInteger.valueOf(start));
        BigInteger[] index = from.divideAndRemainder(BigInteger.valueOf(step));
        return index[1].signum() == 0 && index[0].signum() >= 0 && index[0].compareTo(BigInteger.valueOf(size)) < 0;
    }

    boolean sameAs(Range other) {
        return size == other.size && (size == 0 || start == other.start && (size == 1 || step == other.step));
    }

    @Override
    public String type() {
        return "range";
    }

    @Override
    public boolean truth() {
        return size > 0;
    }

    @Override
    public String toString() {
        if (step != 1) {
            return "range(" + start + ", " + stop + ", " + step + ")";
        }
        return start == 0 ? "range(" + stop + ")" : "range(" + start + ", " + stop + ")";
    }
}
