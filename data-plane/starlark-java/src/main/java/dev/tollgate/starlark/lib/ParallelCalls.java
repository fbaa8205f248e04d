package dev.tollgate.starlark.lib;

import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.value.Callable;
import dev.tollgate.starlark.value.Cursor;
import dev.tollgate.starlark.value.ListValue;
import dev.tollgate.starlark.value.Machine;
import dev.tollgate.starlark.value.Outside;
import dev.tollgate.starlark.value.Prepared;
import dev.tollgate.starlark.value.Tuple;
import dev.tollgate.starlark.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * {@code parallel([f, lambda: g(x), (h, x, y)])}: the script's own code runs one item after the other, in order; the
 * calls of the host that the items end in go out side by side. So nothing that a script can see depends on time. The
 * results stand in the order of the items; the first item that failed, in that order, fails the whole.
 */
final class ParallelCalls {
    private ParallelCalls() {}

    static Value run(Bound a) {
        Machine machine = a.machine;
        Value[] items = Cursor.all(machine, a.iterable(0));
        List<Function<Machine, Value>> results = new ArrayList<>(items.length);
        List<Runnable> outside = new ArrayList<>();
        for (int i = 0; i < items.length; i++) {
            machine.meter().steps(1);
            results.add(begin(machine, prepared(machine, items[i], i), outside));
        }
        if (!outside.isEmpty()) {
            machine.sideBySide(outside);
        }
        for (int i = 0; i < items.length; i++) {
            items[i] = results.get(i).apply(machine);
        }
        return ListValue.owning(items);
    }

    private static Prepared prepared(Machine machine, Value item, int index) {
        return switch (item) {
            case Prepared.Source source -> source.prepare(machine);
            case Callable callable -> new Prepared(callable, new Value[0], Callable.NO_NAMES);
            case Tuple tuple
            when tuple.size() > 0 && tuple.at(0) instanceof Callable callable -> {
                Value[] all = tuple.toArray();
                yield new Prepared(callable, Arrays.copyOfRange(all, 1, all.length), Callable.NO_NAMES);
            }
            default ->
                throw new ScriptFault(
                        "got " + item.type() + " for item " + index + ", want function",
                        "write parallel([lambda: f(x), …]): the calls are made by parallel");
        };
    }

    /** Starts a call, and says how its result is had once all are done. */
    private static Function<Machine, Value> begin(Machine machine, Prepared call, List<Runnable> outside) {
        if (call.callee() instanceof Outside host) {
            Outside.Pending pending = host.begin(machine, call.arguments(), call.names());
            outside.add(pending);
            return pending::finish;
        }
        if (call.callee() instanceof Builtin b
                && b.is(Effects.TRY_CALL)
                && call.arguments().length > call.names().length
                && call.arguments()[0] instanceof Outside host) {
            Value[] rest = Arrays.copyOfRange(call.arguments(), 1, call.arguments().length);
            Outside.Pending pending = host.begin(machine, rest, call.names());
            outside.add(pending);
            return m -> Effects.tried(m, () -> pending.finish(m));
        }
        Value result = call.call(machine);
        return _ -> result;
    }
}
