package dev.tollgate.starlark.eval;

import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.fault.Stop;
import dev.tollgate.starlark.value.Cursor;
import dev.tollgate.starlark.value.Dict;
import dev.tollgate.starlark.value.Machine;
import dev.tollgate.starlark.value.Str;
import dev.tollgate.starlark.value.Value;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arguments of a call: by place, by name, and what {@code *} and {@code **} add. */
final class ArgumentNodes {
    private final Node[] nodes;
    private final String[] names;
    private final @Nullable Node star;
    private final @Nullable Node starStar;

    /** @param names of the last nodes */
    ArgumentNodes(Node[] nodes, String[] names, @Nullable Node star, @Nullable Node starStar) {
        this.nodes = nodes;
        this.names = names;
        this.star = star;
        this.starStar = starStar;
    }

    /** Positional values first, then those of the names. */
    @SuppressWarnings("ArrayRecordComponent")
    record Evaluated(Value[] values, String[] names) {}

    Evaluated eval(Frame frame, int offset) {
        Value[] values = new Value[nodes.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = nodes[i].eval(frame);
        }
        Evaluated result = new Evaluated(values, names);
        if (star != null) {
            Value more = star.eval(frame);
            result = placed(offset, () -> withStar(frame.machine, values, more));
        }
        if (starStar != null) {
            Value more = starStar.eval(frame);
            Evaluated before = result;
            result = placed(offset, () -> withNames(frame.machine, before, more));
        }
        return result;
    }

    private interface Work {
        Evaluated run();
    }

    private static Evaluated placed(int offset, Work work) {
        try {
            return work.run();
        } catch (Stop stop) {
            throw stop.at(offset);
        }
    }

    private Evaluated withStar(Machine machine, Value[] values, Value more) {
        if (!Cursor.iterable(more)) {
            throw new ScriptFault("argument after * must be iterable, not " + more.type());
        }
        Value[] added = Cursor.all(machine, more);
        machine.meter().slots((long) values.length + added.length);
        int positional = values.length - names.length;
        Value[] all = Arrays.copyOf(values, values.length + added.length);
        System.arraycopy(added, 0, all, positional, added.length);
        System.arraycopy(values, positional, all, positional + added.length, names.length);
        return new Evaluated(all, names);
    }

    private static Evaluated withNames(Machine machine, Evaluated before, Value more) {
        if (!(more instanceof Dict dict)) {
            throw new ScriptFault("argument after ** must be a dict, not " + more.type());
        }
        machine.meter().slots((long) before.values().length + 2L * dict.size());
        Value[] values = Arrays.copyOf(before.values(), before.values().length + dict.size());
        String[] names = Arrays.copyOf(before.names(), before.names().length + dict.size());
        List<String> given = List.of(before.names());
        int i = 0;
        for (Dict.Entry e = dict.firstEntry(); e != null; e = e.next(), i++) {
            if (!(e.key() instanceof Str name)) {
                throw new ScriptFault("keywords must be strings, not " + e.key().type());
            }
            if (given.contains(name.value())) {
                throw new ScriptFault("got multiple values for keyword argument '" + name.value() + "'");
            }
            values[before.values().length + i] = e.value();
            names[before.names().length + i] = name.value();
        }
        return new Evaluated(values, names);
    }
}
