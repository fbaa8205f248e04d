package dev.tollgate.starlark.lib;

import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.value.InPlace;
import dev.tollgate.starlark.value.Indexing;
import dev.tollgate.starlark.value.Int;
import dev.tollgate.starlark.value.ListValue;
import dev.tollgate.starlark.value.Membership;
import dev.tollgate.starlark.value.None;
import dev.tollgate.starlark.value.Value;
import java.util.List;

/** The methods of lists. */
final class ListMethods {
    static final List<Definition> ALL = List.of(
            Definition.of("append", "x", a -> {
                changing(a).add(a.meter(), a.value(0));
                return None.NONE;
            }),
            Definition.of("clear", "", a -> {
                changing(a).clear();
                return None.NONE;
            }),
            Definition.of("extend", "x", a -> {
                InPlace.extend(a.machine, changing(a), a.iterable(0));
                return None.NONE;
            }),
            Definition.of("index", "x start? end?", a -> Int.of(index(a))),
            Definition.of("insert", "i x", ListMethods::insert),
            Definition.of("pop", "i?", ListMethods::pop),
            Definition.of("remove", "x", ListMethods::remove));

    private ListMethods() {}

    private static ListValue list(Bound a) {
        return (ListValue) a.self;
    }

    private static ListValue changing(Bound a) {
        list(a).checkMutable();
        return list(a);
    }

    private static int index(Bound a) {
        ListValue list = list(a);
        int from = Indexing.bound(a.orNull(1), list.size(), 0, "start");
        int to = Indexing.bound(a.orNull(2), list.size(), list.size(), "end");
        int index = Membership.position(a.meter(), list, a.value(0), from, to);
        if (index < 0) {
            throw new ScriptFault("value not found in list", "test first: x in list");
        }
        return index;
    }

    private static Value insert(Bound a) {
        ListValue list = changing(a);
        list.insert(a.meter(), Indexing.bound(a.integer(0), list.size(), 0, "insert"), a.value(1));
        return None.NONE;
    }

    private static Value pop(Bound a) {
        ListValue list = changing(a);
        return list.remove(a.meter(), Indexing.index(a.or(0, Int.of(-1)), list.size(), "list"));
    }

    private static Value remove(Bound a) {
        ListValue list = changing(a);
        int index = Membership.position(a.meter(), list, a.value(0), 0, list.size());
        if (index < 0) {
            throw new ScriptFault("value not found in list", "test first: x in list");
        }
        list.remove(a.meter(), index);
        return None.NONE;
    }
}
