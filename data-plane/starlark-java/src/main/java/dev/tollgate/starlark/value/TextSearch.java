package dev.tollgate.starlark.value;

import dev.tollgate.starlark.meter.Meter;

/**
 * Finding text in text. The worst case is length times length, and it is charged so, window by window before a window is
 * looked at: between two windows the run can be stopped.
 */
public final class TextSearch {
    private static final int WINDOW_COMPARISONS = 1 << 16;
    private static final int COMPARISONS_A_STEP = 32;

    private TextSearch() {}

    /** The index of the first occurrence that lies wholly from {@code from} to {@code to}, or -1. */
    public static int find(Meter meter, String text, String part, int from, int to) {
        int last = to - part.length();
        int window = Math.max(1, WINDOW_COMPARISONS / (part.length() + 1));
        for (int start = from; start <= last; start += window) {
            int end = (int) Math.min(last, (long) start + window - 1);
            charge(meter, end - start + 1, part.length());
            int found = text.indexOf(part, start, end + part.length());
            if (found >= 0) {
                return found;
            }
        }
        return -1;
    }

    /** The index of the last occurrence that lies wholly from {@code from} to {@code to}, or -1. */
    public static int findLast(Meter meter, String text, String part, int from, int to) {
        for (int start = to - part.length(); start >= from; start--) {
            charge(meter, 1, part.length());
            if (text.startsWith(part, start)) {
                return start;
            }
        }
        return -1;
    }

    private static void charge(Meter meter, int positions, int length) {
        meter.steps(1 + (long) positions * (length + 1) / COMPARISONS_A_STEP);
    }
}
