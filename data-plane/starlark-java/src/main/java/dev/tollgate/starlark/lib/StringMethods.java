package dev.tollgate.starlark.lib;

import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.value.Bool;
import dev.tollgate.starlark.value.Cursor;
import dev.tollgate.starlark.value.Elems;
import dev.tollgate.starlark.value.Indexing;
import dev.tollgate.starlark.value.Int;
import dev.tollgate.starlark.value.Str;
import dev.tollgate.starlark.value.TextBuilder;
import dev.tollgate.starlark.value.TextSearch;
import dev.tollgate.starlark.value.Tuple;
import dev.tollgate.starlark.value.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/** The methods of strings that find, change and join. */
final class StringMethods {
    static final List<Definition> ALL = List.of(
            Definition.of("elems", "", a -> new Elems.OfString((Str) a.self)),
            Definition.of("capitalize", "", a -> cased(a, Casing::capitalized)),
            Definition.of("lower", "", a -> cased(a, Casing::lower)),
            Definition.of("upper", "", a -> cased(a, Casing::upper)),
            Definition.of("title", "", a -> cased(a, Casing::title)),
            Definition.of("count", "sub start? end?", a -> Int.of(count(a))),
            Definition.of("find", "sub start? end?", a -> Int.of(find(a, true))),
            Definition.of("rfind", "sub start? end?", a -> Int.of(find(a, false))),
            Definition.of("index", "sub start? end?", a -> found(a, find(a, true))),
            Definition.of("rindex", "sub start? end?", a -> found(a, find(a, false))),
            Definition.of("startswith", "prefix start? end?", a -> Bool.of(affixed(a, true))),
            Definition.of("endswith", "suffix start? end?", a -> Bool.of(affixed(a, false))),
            Definition.of("join", "iterable", StringMethods::join),
            Definition.of("replace", "old new count?", StringMethods::replace),
            Definition.of("removeprefix", "prefix", StringMethods::removePrefix),
            Definition.of("removesuffix", "suffix", StringMethods::removeSuffix),
            Definition.of("strip", "cutset?", a -> Stripping.strip(a, true, true)),
            Definition.of("lstrip", "cutset?", a -> Stripping.strip(a, true, false)),
            Definition.of("rstrip", "cutset?", a -> Stripping.strip(a, false, true)),
            Definition.open("format", BraceFormat::format));

    private StringMethods() {}

    /** Letters can become several: one at most three. */
    private static Value cased(Bound a, UnaryOperator<String> how) {
        a.meter().text(3L * a.text().length());
        a.meter().steps(a.text().length() >> 2);
        return Str.of(how.apply(a.text()));
    }

    private static int from(Bound a) {
        return Indexing.bound(a.orNull(1), a.text().length(), 0, "start");
    }

    private static int to(Bound a) {
        return Indexing.bound(a.orNull(2), a.text().length(), a.text().length(), "end");
    }

    private static int find(Bound a, boolean first) {
        return first
                ? TextSearch.find(a.meter(), a.text(), a.string(0), from(a), to(a))
                : TextSearch.findLast(a.meter(), a.text(), a.string(0), from(a), to(a));
    }

    private static Value found(Bound a, int index) {
        if (index < 0) {
            throw new ScriptFault("substring not found", "find(s) answers -1 instead");
        }
        return Int.of(index);
    }

    private static int count(Bound a) {
        String part = a.string(0);
        int to = to(a);
        int count = 0;
        int at = from(a);
        if (part.isEmpty()) {
            return Math.max(0, to - at + 1);
        }
        for (at = TextSearch.find(a.meter(), a.text(), part, at, to);
                at >= 0;
                at = TextSearch.find(a.meter(), a.text(), part, at + part.length(), to)) {
            count++;
        }
        return count;
    }

    private static boolean affixed(Bound a, boolean prefix) {
        Value affix = a.value(0);
        if (!(affix instanceof Tuple tuple)) {
            return affixed(a, a.string(0), prefix);
        }
        for (int i = 0; i < tuple.size(); i++) {
            if (!(tuple.at(i) instanceof Str s)) {
                throw new ScriptFault("got " + tuple.at(i).type() + " in the tuple, want string");
            }
            if (affixed(a, s.value(), prefix)) {
                return true;
            }
        }
        return false;
    }

    private static boolean affixed(Bound a, String affix, boolean prefix) {
        int from = from(a);
        int to = to(a);
        a.meter().steps(1 + (affix.length() >> 4));
        return affix.length() <= to - from && a.text().startsWith(affix, prefix ? from : to - affix.length());
    }

    private static Value join(Bound a) {
        TextBuilder out = new TextBuilder(a.meter());
        int index = 0;
        try (Cursor cursor = Cursor.over(a.iterable(0))) {
            for (Value v = cursor.next(); v != null; v = cursor.next()) {
                a.meter().steps(1);
                if (!(v instanceof Str s)) {
                    throw new ScriptFault(
                            "expected string for element " + index + ", got " + v.type(),
                            "write s.join([str(x) for x in xs])");
                }
                out.append(index++ == 0 ? "" : a.text()).append(s.value());
            }
        }
        return Str.of(out.build());
    }

    private static Value replace(Bound a) {
        String text = a.text();
        String old = a.string(0);
        String by = a.string(1);
        int left = a.clamped(2, -1);
        left = left < 0 ? Integer.MAX_VALUE : left;
        TextBuilder out = new TextBuilder(a.meter());
        int at = 0;
        while (left > 0) {
            int found = TextSearch.find(a.meter(), text, old, at, text.length());
            if (found < 0) {
                break;
            }
            out.append(text, at, found).append(by);
            at = found + old.length();
            left--;
            if (old.isEmpty()) {
                if (at == text.length()) {
                    break;
                }
                out.append(text.charAt(at++));
            }
        }
        return Str.of(out.append(text, at, text.length()).build());
    }

    private static Value removePrefix(Bound a) {
        String prefix = a.string(0);
        return a.text().startsWith(prefix) ? part(a, prefix.length(), a.text().length()) : a.self;
    }

    private static Value removeSuffix(Bound a) {
        String suffix = a.string(0);
        return a.text().endsWith(suffix) ? part(a, 0, a.text().length() - suffix.length()) : a.self;
    }

    static Str part(Bound a, int from, int to) {
        a.meter().text(to - from);
        return Str.of(a.text().substring(from, to));
    }
}
