package dev.tollgate.starlark.lib;

import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.value.Bool;
import dev.tollgate.starlark.value.InPlace;
import dev.tollgate.starlark.value.Machine;
import dev.tollgate.starlark.value.None;
import dev.tollgate.starlark.value.SetValue;
import dev.tollgate.starlark.value.Sets;
import dev.tollgate.starlark.value.Value;
import java.util.List;

/** The methods of sets. */
final class SetMethods {
    static final List<Definition> ALL = List.of(
            Definition.of("add", "x", a -> {
                changing(a).add(a.meter(), a.value(0));
                return None.NONE;
            }),
            Definition.of("clear", "", a -> {
                changing(a).clear();
                return None.NONE;
            }),
            Definition.of("discard", "x", a -> {
                changing(a).remove(a.meter(), a.value(0));
                return None.NONE;
            }),
            Definition.of("remove", "x", SetMethods::remove),
            Definition.of("pop", "", SetMethods::pop),
            Definition.of(
                    "isdisjoint",
                    "x",
                    a -> Bool.of(
                            !Sets.intersection(a.machine, set(a), a.iterable(0)).truth())),
            Definition.of("issubset", "x", SetMethods::isSubset),
            Definition.of("issuperset", "x", a -> Bool.of(Sets.containsAll(a.machine, set(a), a.iterable(0)))),
            Definition.open("union", call -> folded(call, Sets::union)),
            Definition.open("intersection", call -> folded(call, Sets::intersection)),
            Definition.open("difference", call -> folded(call, Sets::difference)),
            Definition.of("symmetric_difference", "x", a -> Sets.symmetricDifference(a.machine, set(a), a.iterable(0))),
            Definition.open("update", call -> replaced(call, Sets::union)),
            Definition.open("intersection_update", call -> replaced(call, Sets::intersection)),
            Definition.open("difference_update", call -> replaced(call, Sets::difference)),
            Definition.of("symmetric_difference_update", "x", a -> {
                InPlace.replace(a.machine, changing(a), Sets.symmetricDifference(a.machine, set(a), a.iterable(0)));
                return None.NONE;
            }));

    private SetMethods() {}

    private interface Step {
        SetValue apply(Machine machine, SetValue set, Value other);
    }

    private static SetValue set(Bound a) {
        return (SetValue) a.self;
    }

    private static SetValue changing(Bound a) {
        set(a).checkMutable();
        return set(a);
    }

    private static Value remove(Bound a) {
        if (!changing(a).remove(a.meter(), a.value(0))) {
            throw new ScriptFault("element not found in set", "discard(x) does not mind");
        }
        return None.NONE;
    }

    private static Value pop(Bound a) {
        Value first = changing(a).removeFirst();
        if (first == null) {
            throw new ScriptFault("the set is empty");
        }
        return first;
    }

    private static Value isSubset(Bound a) {
        return Bool.of(Sets.containsAll(a.machine, Sets.asSet(a.machine, a.iterable(0)), set(a)));
    }

    private static SetValue folded(Call call, Step step) {
        call.noNames();
        SetValue result = Sets.of(call.machine(), call.self());
        for (Value other : call.arguments()) {
            result = step.apply(call.machine(), result, other);
        }
        return result;
    }

    private static Value replaced(Call call, Step step) {
        SetValue set = (SetValue) call.self();
        set.checkMutable();
        InPlace.replace(call.machine(), set, folded(call, step));
        return None.NONE;
    }
}
