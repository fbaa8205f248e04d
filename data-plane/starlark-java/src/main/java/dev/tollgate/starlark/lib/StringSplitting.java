package dev.tollgate.starlark.lib;

import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.value.ListValue;
import dev.tollgate.starlark.value.None;
import dev.tollgate.starlark.value.Str;
import dev.tollgate.starlark.value.TextSearch;
import dev.tollgate.starlark.value.Tuple;
import dev.tollgate.starlark.value.Value;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The methods of strings that take them apart. */
final class StringSplitting {
    static final List<Definition> ALL = List.of(
            Definition.of("partition", "sep", a -> partition(a, true)),
            Definition.of("rpartition", "sep", a -> partition(a, false)),
            Definition.of("split", "sep? maxsplit?", StringSplitting::split),
            Definition.of("rsplit", "sep? maxsplit?", StringSplitting::splitRight),
            Definition.of("splitlines", "keepends?", StringSplitting::lines));

    private StringSplitting() {}

    private static String separator(Bound a) {
        String separator = a.string(0);
        if (separator.isEmpty()) {
            throw new ScriptFault("empty separator", "a string's characters are s.elems()");
        }
        return separator;
    }

    private static int splits(Bound a) {
        int most = a.value(1) == None.NONE ? -1 : a.clamped(1, -1);
        return most < 0 ? Integer.MAX_VALUE : most;
    }

    private static Value partition(Bound a, boolean first) {
        String separator = separator(a);
        int length = a.text().length();
        int at = first
                ? TextSearch.find(a.meter(), a.text(), separator, 0, length)
                : TextSearch.findLast(a.meter(), a.text(), separator, 0, length);
        a.meter().slots(3);
        if (at < 0) {
            return first ? Tuple.owning(a.self, Str.EMPTY, Str.EMPTY) : Tuple.owning(Str.EMPTY, Str.EMPTY, a.self);
        }
        return Tuple.owning(
                StringMethods.part(a, 0, at), a.value(0), StringMethods.part(a, at + separator.length(), length));
    }

    private static Value split(Bound a) {
        if (a.value(0) == None.NONE) {
            return words(a);
        }
        String separator = separator(a);
        ListValue parts = ListValue.empty();
        int from = 0;
        for (int left = splits(a); left > 0; left--) {
            int at = TextSearch.find(
                    a.meter(), a.text(), separator, from, a.text().length());
            if (at < 0) {
                break;
            }
            parts.add(a.meter(), StringMethods.part(a, from, at));
            from = at + separator.length();
        }
        parts.add(a.meter(), StringMethods.part(a, from, a.text().length()));
        return parts;
    }

    private static Value splitRight(Bound a) {
        if (a.value(0) == None.NONE) {
            return wordsRight(a);
        }
        String separator = separator(a);
        ListValue parts = ListValue.empty();
        int to = a.text().length();
        for (int left = splits(a); left > 0; left--) {
            int at = TextSearch.findLast(a.meter(), a.text(), separator, 0, to);
            if (at < 0) {
                break;
            }
            parts.add(a.meter(), StringMethods.part(a, at + separator.length(), to));
            to = at;
        }
        parts.add(a.meter(), StringMethods.part(a, 0, to));
        return reversed(parts);
    }

    private static Value reversed(ListValue parts) {
        Value[] all = parts.toArray();
        Collections.reverse(Arrays.asList(all));
        return ListValue.owning(all);
    }

    private static Value words(Bound a) {
        String text = a.text();
        a.meter().steps(text.length() >> 2);
        ListValue words = ListValue.empty();
        int at = skip(text, 0, true);
        for (int left = splits(a); at < text.length(); left--) {
            int end = left == 0 ? text.length() : skip(text, at, false);
            words.add(a.meter(), StringMethods.part(a, at, end));
            at = skip(text, end, true);
        }
        return words;
    }

    private static Value wordsRight(Bound a) {
        String text = a.text();
        a.meter().steps(text.length() >> 2);
        ListValue words = ListValue.empty();
        int end = trimmedEnd(text, 0, text.length());
        for (int left = splits(a); end > 0; left--) {
            int start = end;
            while (start > 0 && (left == 0 || !StringPredicates.isSpace(text.charAt(start - 1)))) {
                start--;
            }
            words.add(a.meter(), StringMethods.part(a, start, end));
            end = trimmedEnd(text, 0, start);
        }
        return reversed(words);
    }

    private static int skip(String text, int from, boolean spaces) {
        int at = from;
        while (at < text.length() && StringPredicates.isSpace(text.charAt(at)) == spaces) {
            at++;
        }
        return at;
    }

    private static int trimmedEnd(String text, int from, int to) {
        int end = to;
        while (end > from && StringPredicates.isSpace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static Value lines(Bound a) {
        boolean keep = a.bool(0, false);
        String text = a.text();
        a.meter().steps(text.length() >> 2);
        ListValue lines = ListValue.empty();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                int next = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? i + 2 : i + 1;
                lines.add(a.meter(), StringMethods.part(a, from, keep ? next : i));
                from = next;
                i = next - 1;
            }
        }
        if (from < text.length()) {
            lines.add(a.meter(), StringMethods.part(a, from, text.length()));
        }
        return lines;
    }
}
