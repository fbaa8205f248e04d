package dev.tollgate.starlark.value;

import java.security.SecureRandom;

/**
 * SipHash-1-3 under a key that no script knows and that lasts as long as the process: nobody can prepare keys that collide.
 * The key shows nowhere: containers keep the order of insertion, and {@code hash(x)} is another function.
 * Source: Aumasson and Bernstein, "SipHash: a fast short-input PRF" (2012).
 */
final class SeededHash {
    private static final long KEY0;
    private static final long KEY1;

    static {
        SecureRandom random = new SecureRandom();
        KEY0 = random.nextLong();
        KEY1 = random.nextLong();
    }

    private long v0 = KEY0 ^ 0x736f6d6570736575L;
    private long v1 = KEY1 ^ 0x646f72616e646f6dL;
    private long v2 = KEY0 ^ 0x6c7967656e657261L;
    private long v3 = KEY1 ^ 0x7465646279746573L;

    private SeededHash() {}

    static long of(String text) {
        SeededHash hash = new SeededHash();
        int length = text.length();
        int i = 0;
        for (; i + 4 <= length; i += 4) {
            hash.add(text.charAt(i)
                    | (long) text.charAt(i + 1) << 16
                    | (long) text.charAt(i + 2) << 32
                    | (long) text.charAt(i + 3) << 48);
        }
        long tail = 0;
        for (; i < length; i++) {
            tail = tail << 16 | text.charAt(i);
        }
        hash.add(tail);
        return hash.finish(length);
    }

    static long of(byte[] bytes) {
        SeededHash hash = new SeededHash();
        long word = 0;
        for (int i = 0; i < bytes.length; i++) {
            word = word << 8 | bytes[i] & 0xFF;
            if ((i & 7) == 7) {
                hash.add(word);
                word = 0;
            }
        }
        hash.add(word);
        return hash.finish(bytes.length);
    }

    static long of(long number) {
        SeededHash hash = new SeededHash();
        hash.add(number);
        return hash.finish(Long.BYTES);
    }

    private void add(long word) {
        v3 ^= word;
        round();
        v0 ^= word;
    }

    /** Never zero, so that zero can mean "not yet". */
    private long finish(int length) {
        add((long) length << 56 | length);
        v2 ^= 0xFF;
        round();
        round();
        round();
        long hash = v0 ^ v1 ^ v2 ^ v3;
        return hash == 0 ? 1 : hash;
    }

    private void round() {
        v0 += v1;
        v1 = Long.rotateLeft(v1, 13) ^ v0;
        v0 = Long.rotateLeft(v0, 32);
        v2 += v3;
        v3 = Long.rotateLeft(v3, 16) ^ v2;
        v0 += v3;
        v3 = Long.rotateLeft(v3, 21) ^ v0;
        v2 += v1;
        v1 = Long.rotateLeft(v1, 17) ^ v2;
        v2 = Long.rotateLeft(v2, 32);
    }
}
