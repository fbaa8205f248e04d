package dev.tollgate.starlark.value;

import org.jspecify.annotations.Nullable;

/** A string of UTF-16 units. Whoever makes one in a run has charged its length. */
public final class Str implements Value {
    public static final Str EMPTY = new Str("");
    private static final Str[] ASCII = new Str[128];

    static {
        for (int i = 0; i < ASCII.length; i++) {
            ASCII[i] = new Str(String.valueOf((char) i));
        }
    }

    private final String value;
    /** Zero until it is computed; racing threads compute the same. */
    private long hash;

    private Str(String value) {
        this.value = value;
    }

    public static Str of(String value) {
        if (value.length() > 1) {
            return new Str(value);
        }
        return value.isEmpty() ? EMPTY : of(value.charAt(0));
    }

    public static Str of(char unit) {
        return unit < ASCII.length ? ASCII[unit] : new Str(String.valueOf(unit));
    }

    public String value() {
        return value;
    }

    public int length() {
        return value.length();
    }

    long hash() {
        if (hash == 0) {
            hash = SeededHash.of(value);
        }
        return hash;
    }

    @Override
    public String type() {
        return "string";
    }

    @Override
    public boolean truth() {
        return !value.isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Str that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
