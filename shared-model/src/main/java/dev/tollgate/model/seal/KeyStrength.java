package dev.tollgate.model.seal;

import java.util.stream.IntStream;

/**
 * Whether 32 bytes may have come from a random source. What people type, repeat or leave at zero is told from it; a random
 * key is mistaken for such a one less than once in 10^13.
 */
final class KeyStrength {
    private static final int DISTINCT_BYTES_MIN = 16;

    private KeyStrength() {}

    static boolean isWeak(byte[] secret) {
        IntStream bytes = IntStream.range(0, secret.length).map(i -> secret[i] & 0xff);
        boolean repeats = bytes.distinct().count() < DISTINCT_BYTES_MIN;
        boolean typed = IntStream.range(0, secret.length).allMatch(i -> secret[i] >= ' ' && secret[i] < 127);
        return repeats || typed || counts(secret);
    }

    /** 1, 2, 3 … and the like. */
    private static boolean counts(byte[] secret) {
        return IntStream.range(2, secret.length)
                .allMatch(i -> (byte) (secret[i] - secret[i - 1]) == (byte) (secret[1] - secret[0]));
    }
}
