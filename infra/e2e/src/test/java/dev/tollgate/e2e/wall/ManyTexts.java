package dev.tollgate.e2e.wall;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;

/**
 * Many texts, looked for in one pass: hundreds are to be found nowhere in gigabytes. A sum rolls over as many characters as the
 * shortest has (Rabin and Karp); only where it is that of a text's beginning is anything compared.
 */
final class ManyTexts {
    private static final int FACTOR = 0x01000193;
    private static final int SLOTS = 1 << 16;

    private final int length;
    /** Of the character that leaves the sum. */
    private final int leaving;

    private final boolean[] slots = new boolean[SLOTS];
    private final Map<Integer, List<String>> beginnings = new HashMap<>();

    ManyTexts(Iterable<String> texts) {
        int shortest = Integer.MAX_VALUE;
        for (var text : texts) {
            shortest = Math.min(shortest, text.length());
        }
        if (shortest == 0) {
            throw new IllegalArgumentException("nothing stands everywhere");
        }
        length = shortest;
        int power = 1;
        for (int i = 1; i < length && shortest != Integer.MAX_VALUE; i++) {
            power *= FACTOR;
        }
        leaving = power;
        for (var text : texts) {
            int sum = sum(text);
            slots[slot(sum)] = true;
            beginnings.computeIfAbsent(sum, _ -> new ArrayList<>()).add(text);
        }
    }

    /** Tells each place where one of them stands. */
    void in(String text, ObjIntConsumer<String> found) {
        if (beginnings.isEmpty() || text.length() < length) {
            return;
        }
        int sum = sum(text);
        for (int at = 0; ; at++) {
            if (slots[slot(sum)]) {
                compare(text, at, sum, found);
            }
            int next = at + length;
            if (next >= text.length()) {
                return;
            }
            sum = (sum - text.charAt(at) * leaving) * FACTOR + text.charAt(next);
        }
    }

    private void compare(String text, int at, int sum, ObjIntConsumer<String> found) {
        for (var wanted : beginnings.getOrDefault(sum, List.of())) {
            if (text.startsWith(wanted, at)) {
                found.accept(wanted, at);
            }
        }
    }

    private int sum(String text) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum = sum * FACTOR + text.charAt(i);
        }
        return sum;
    }

    private static int slot(int sum) {
        return sum >>> 16 ^ sum & SLOTS - 1;
    }
}
