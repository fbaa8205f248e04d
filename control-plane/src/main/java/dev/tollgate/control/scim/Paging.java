package dev.tollgate.control.scim;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for (RFC 7644, 3.4.2.4).
 *
 * @param first counted from one
 */
record Paging(int first, int count) {
    static final int COUNT_DEFAULT = 100;
    static final int COUNT_MAX = 200;

    static Paging of(@Nullable String startIndex, @Nullable String count) {
        int first = Math.max(number("startIndex", startIndex, 1), 1);
        return new Paging(first, Math.clamp(number("count", count, COUNT_DEFAULT), 0, COUNT_MAX));
    }

    private static int number(String name, @Nullable String text, int otherwise) {
        try {
            return text == null || text.isEmpty() ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Scim.fault("invalidValue", name + " is a number.");
        }
    }
}
