package dev.tollgate.model.key;

import java.security.SecureRandom;

/** The 62 letters and digits, in ASCII order. */
final class Base62 {
    private static final char[] DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".toCharArray();

    private Base62() {}

    /** Uniform characters: {@link SecureRandom#nextInt(int)} rejects, so no digit is more likely than another. */
    static String random(SecureRandom random, int length) {
        char[] text = new char[length];
        for (int i = 0; i < length; i++) {
            text[i] = DIGITS[random.nextInt(DIGITS.length)];
        }
        return new String(text);
    }

    /** The value in exactly {@code length} digits, zero-padded. The value must fit. */
    static String encode(long value, int length) {
        char[] text = new char[length];
        long rest = value;
        for (int i = length - 1; i >= 0; i--) {
            text[i] = DIGITS[(int) (rest % DIGITS.length)];
            rest /= DIGITS.length;
        }
        return new String(text);
    }

    /** Whether {@code text} holds nothing else from {@code start} up to {@code end}. */
    static boolean isBase62(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z')) {
                return false;
            }
        }
        return true;
    }
}
