package dev.tollgate.bench.savings.estate;

import java.util.List;

/** A number that stands for a place in the made-up data: the same place has the same number always. */
record Seed(long value) {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    static Seed of(String... parts) {
        long hash = FNV_OFFSET;
        for (String part : parts) {
            for (int i = 0; i < part.length(); i++) {
                hash = (hash ^ part.charAt(i)) * FNV_PRIME;
            }
            hash = (hash ^ '/') * FNV_PRIME;
        }
        return new Seed(mixed(hash));
    }

    private static long mixed(long hash) {
        long value = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        value = (value ^ (value >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return value ^ (value >>> 33);
    }

    /** Another number, the n-th that follows from this one. */
    Seed next(int n) {
        return new Seed(mixed(value + n * 0x9e3779b97f4a7c15L));
    }

    int below(int bound) {
        return (int) Long.remainderUnsigned(value, bound);
    }

    <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** Ten hexadecimal digits. */
    String digits() {
        return "%016x".formatted(value).substring(0, 10);
    }
}
