package dev.tollgate.gateway.json;

/** Well-formed UTF-8 (Unicode 3.9, table 3-7): no overlong forms, no surrogates, nothing above U+10FFFF. */
final class Utf8 {
    private Utf8() {}

    /** The length of the multi-byte sequence that starts at {@code at}; 0 if there is none or it is ill-formed. */
    static int sequenceLength(byte[] bytes, int at, int end) {
        int lead = bytes[at] & 0xff;
        if (lead >= 0xc2 && lead <= 0xdf) {
            return continues(bytes, at + 1, at + 2, end) ? 2 : 0;
        }
        if (lead >= 0xe0 && lead <= 0xef) {
            return continues(bytes, at + 1, at + 3, end) && secondOfThree(lead, bytes[at + 1] & 0xff) ? 3 : 0;
        }
        if (lead >= 0xf0 && lead <= 0xf4) {
            return continues(bytes, at + 1, at + 4, end) && secondOfFour(lead, bytes[at + 1] & 0xff) ? 4 : 0;
        }
        return 0;
    }

    private static boolean secondOfThree(int lead, int second) {
        boolean overlong = lead == 0xe0 && second < 0xa0;
        boolean surrogate = lead == 0xed && second > 0x9f;
        return !overlong && !surrogate;
    }

    private static boolean secondOfFour(int lead, int second) {
        boolean overlong = lead == 0xf0 && second < 0x90;
        boolean beyond = lead == 0xf4 && second > 0x8f;
        return !overlong && !beyond;
    }

    private static boolean continues(byte[] bytes, int from, int to, int end) {
        if (to > end) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if ((bytes[i] & 0xc0) != 0x80) {
                return false;
            }
        }
        return true;
    }
}
