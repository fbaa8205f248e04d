package dev.tollgate.starlark.lib;

import dev.tollgate.starlark.value.None;
import dev.tollgate.starlark.value.Value;
import java.util.function.IntPredicate;

/** {@code strip} and its halves. */
final class Stripping {
    private Stripping() {}

    static Value strip(Bound a, boolean left, boolean right) {
        IntPredicate removable = removable(a);
        String text = a.text();
        int from = 0;
        int to = text.length();
        while (left && from < to && removable.test(text.codePointAt(from))) {
            a.meter().steps(1);
            from += Character.charCount(text.codePointAt(from));
        }
        while (right && from < to && removable.test(text.codePointBefore(to))) {
            a.meter().steps(1);
            to -= Character.charCount(text.codePointBefore(to));
        }
        return StringMethods.part(a, from, to);
    }

    private static IntPredicate removable(Bound a) {
        if (a.value(0) == None.NONE) {
            return StringPredicates::isSpace;
        }
        String cutset = a.string(0);
        return c -> {
            a.meter().steps(cutset.length() >> 4);
            return cutset.indexOf(c) >= 0;
        };
    }
}
