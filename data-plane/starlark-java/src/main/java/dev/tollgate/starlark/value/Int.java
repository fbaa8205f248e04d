package dev.tollgate.starlark.value;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** An integer. Those of 64 bits are a {@code long}; only larger ones have a {@link BigInteger}. */
public final class Int implements Value {
    private static final int CACHED_MIN = -128;
    private static final int CACHED_MAX = 1024;
    private static final Int[] CACHED = new Int[CACHED_MAX - CACHED_MIN + 1];

    static {
        for (int i = 0; i < CACHED.length; i++) {
            CACHED[i] = new Int(i + CACHED_MIN, null);
        }
    }

    public static final Int ZERO = of(0);
    public static final Int ONE = of(1);

    private final long small;
    private final @Nullable BigInteger big;

    private Int(long small, @Nullable BigInteger big) {
        this.small = small;
        this.big = big;
    }

    public static Int of(long value) {
        return value >= CACHED_MIN && value <= CACHED_MAX ? CACHED[(int) (value - CACHED_MIN)] : new Int(value, null);
    }

    /** Of any size: results of a script's arithmetic are checked in {@link Numbers}. */
    public static Int of(BigInteger value) {
        return value.bitLength() < Long.SIZE ? of(value.longValue()) : new Int(0, value);
    }

    /** Whether {@link #small()} is the value. */
    public boolean isSmall() {
        return big == null;
    }

    /** The value, where {@link #isSmall()}. */
    public long small() {
        return small;
    }

    public BigInteger big() {
        return big == null ? BigInteger.valueOf(small) : big;
    }

    public int signum() {
        return big == null ? Long.signum(small) : big.signum();
    }

    public int bitLength() {
        return big == null ? Long.SIZE - Long.numberOfLeadingZeros(small < 0 ? ~small : small) : big.bitLength();
    }

    /** The value, or the nearest int: for indices and counts, where what is beyond is out of range anyway. */
    public int clamped() {
        if (big != null) {
            return big.signum() < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
        }
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, small));
    }

    @Override
    public String type() {
        return "int";
    }

    @Override
    public boolean truth() {
        return signum() != 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Int that
                && (big == null ? that.big == null && small == that.small : big.equals(that.big));
    }

    @Override
    public int hashCode() {
        return big == null ? Long.hashCode(small) : big.hashCode();
    }

    @Override
    public String toString() {
        return big == null ? Long.toString(small) : big.toString();
    }
}
