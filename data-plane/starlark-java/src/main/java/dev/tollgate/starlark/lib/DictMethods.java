package dev.tollgate.starlark.lib;

import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.value.Cursor;
import dev.tollgate.starlark.value.Dict;
import dev.tollgate.starlark.value.Keys;
import dev.tollgate.starlark.value.ListValue;
import dev.tollgate.starlark.value.Machine;
import dev.tollgate.starlark.value.None;
import dev.tollgate.starlark.value.Str;
import dev.tollgate.starlark.value.Tuple;
import dev.tollgate.starlark.value.Value;
import java.util.List;
import java.util.function.Function;

/** The methods of dicts. */
final class DictMethods {
    static final List<Definition> ALL = List.of(
            Definition.of("clear", "", a -> {
                changing(a).clear();
                return None.NONE;
            }),
            Definition.of("get", "key default?", a -> {
                Value value = dict(a).get(a.meter(), a.value(0));
                return value == null ? a.value(1) : value;
            }),
            Definition.of(
                    "items",
                    "",
                    a -> list(a, e -> {
                        a.meter().slots(2);
                        return Tuple.owning(e.key(), e.value());
                    })),
            Definition.of("keys", "", a -> list(a, Dict.Entry::key)),
            Definition.of("values", "", a -> list(a, Dict.Entry::value)),
            Definition.of("pop", "key default?", DictMethods::pop),
            Definition.of("popitem", "", DictMethods::popItem),
            Definition.of("setdefault", "key default?", DictMethods::setDefault),
            Definition.open("update", DictMethods::update));

    private DictMethods() {}

    private static Dict dict(Bound a) {
        return (Dict) a.self;
    }

    private static Dict changing(Bound a) {
        dict(a).checkMutable();
        return dict(a);
    }

    private static Value list(Bound a, Function<Dict.Entry, Value> what) {
        Dict dict = dict(a);
        a.meter().slots(dict.size());
        a.meter().steps(dict.size());
        Value[] all = new Value[dict.size()];
        int i = 0;
        for (Dict.Entry e = dict.firstEntry(); e != null; e = e.next()) {
            all[i++] = what.apply(e);
        }
        return ListValue.owning(all);
    }

    private static Value pop(Bound a) {
        Value removed = changing(a).remove(a.meter(), a.value(0));
        if (removed != null) {
            return removed;
        }
        if (!a.given(1)) {
            throw Keys.missing(a.machine, dict(a), a.value(0));
        }
        return a.value(1);
    }

    private static Value popItem(Bound a) {
        Dict.Entry first = changing(a).firstEntry();
        if (first == null) {
            throw new ScriptFault("the dict is empty");
        }
        a.meter().slots(2);
        Tuple item = Tuple.owning(first.key(), first.value());
        first.remove();
        return item;
    }

    private static Value setDefault(Bound a) {
        Dict dict = changing(a);
        Value present = dict.get(a.meter(), a.value(0));
        if (present != null) {
            return present;
        }
        dict.put(a.meter(), a.value(0), a.value(1));
        return a.value(1);
    }

    private static Value update(Call call) {
        call.atMost(1);
        Dict dict = (Dict) call.self();
        dict.checkMutable();
        if (call.positional() == 1) {
            update(call.machine(), dict, call.arguments()[0]);
        }
        putNamed(call, dict);
        return None.NONE;
    }

    static void putNamed(Call call, Dict dict) {
        for (int i = 0; i < call.names().length; i++) {
            dict.put(call.meter(), Str.of(call.names()[i]), call.named(i));
        }
    }

    /** From another dict, or from an iterable of pairs. */
    static void update(Machine machine, Dict dict, Value from) {
        if (from == dict) {
            return;
        }
        if (from instanceof Dict other) {
            dict.putAll(machine.meter(), other);
            return;
        }
        try (Cursor cursor = Cursor.over(from)) {
            int index = 0;
            for (Value pair = cursor.next(); pair != null; pair = cursor.next()) {
                machine.meter().steps(1);
                putPair(machine, dict, pair, index++);
            }
        }
    }

    private static void putPair(Machine machine, Dict dict, Value pair, int index) {
        if (!Cursor.iterable(pair)) {
            throw new ScriptFault("cannot convert element " + index + " to a pair: not iterable: " + pair.type());
        }
        int size = Cursor.size(pair);
        if (size != 2) {
            throw new ScriptFault("element " + index + " is no pair: its length is " + size);
        }
        try (Cursor cursor = Cursor.over(pair)) {
            Value key = cursor.next();
            Value value = cursor.next();
            if (key != null && value != null) {
                dict.put(machine.meter(), key, value);
            }
        }
    }
}
