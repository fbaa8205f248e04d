package dev.tollgate.starlark.lib;

import dev.tollgate.starlark.value.Dict;
import dev.tollgate.starlark.value.Str;
import dev.tollgate.starlark.value.Value;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Names of members that were read before in one text, and where they stand in it: objects in a list have the same. */
final class MemberNames {
    private static final int PLACES = 32;

    private final char[] units;
    /** Each in a place by its first and last unit. */
    private final @Nullable Str[] names = new Str[PLACES];

    private final int[] starts = new int[PLACES];

    /** @param units of the text */
    MemberNames(char[] units) {
        this.units = units;
    }

    /** The name that stands there as it is. */
    Str name(int from, int end) {
        int place = place(units[from], units[end - 1], end - from);
        Str known = names[place];
        int start = starts[place];
        if (known == null || !Arrays.equals(units, start, start + known.length(), units, from, end)) {
            known = Str.of(new String(units, from, end - from));
            names[place] = known;
            starts[place] = from;
        }
        return known;
    }

    private static int place(char first, char last, int length) {
        return first * 7 + last + length & PLACES - 1;
    }

    private int startOf(Value name) {
        String text = name.toString();
        if (text.isEmpty()) {
            return JsonScanner.NOWHERE;
        }
        int place = place(text.charAt(0), text.charAt(text.length() - 1), text.length());
        return name.equals(names[place]) ? starts[place] : JsonScanner.NOWHERE;
    }

    /** An object that was read, and where in the text its members' names stand. */
    final class Shape {
        final Dict dict;
        /** Found when the next object is there: most have none. */
        private int @Nullable [] starts;

        Shape(Dict dict) {
            this.dict = dict;
        }

        /** {@link JsonScanner#NOWHERE} of a name that is written otherwise than it is, or was forgotten. */
        int start(int number) {
            if (starts == null) {
                starts = IntStream.range(0, dict.size())
                        .map(each -> startOf(dict.key(each)))
                        .toArray();
            }
            return starts[number];
        }
    }
}
