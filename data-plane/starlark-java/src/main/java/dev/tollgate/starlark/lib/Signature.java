package dev.tollgate.starlark.lib;

import dev.tollgate.starlark.fault.Nearest;
import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.value.Machine;
import dev.tollgate.starlark.value.Value;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters of a built-in, each of which can be given by place or by name. */
final class Signature {
    private final List<String> names;
    private final int required;

    private Signature(List<String> names, int required) {
        this.names = names;
        this.required = required;
    }

    static Signature of(String parameters) {
        if (parameters.isEmpty()) {
            return new Signature(List.of(), 0);
        }
        List<String> all = List.of(parameters.split(" ", -1));
        int required = (int) all.stream().filter(p -> !p.endsWith("?")).count();
        return new Signature(all.stream().map(p -> p.replace("?", "")).toList(), required);
    }

    Bound bind(Machine machine, Value self, Value[] arguments, String[] given) {
        int positional = arguments.length - given.length;
        if (positional > names.size()) {
            throw new ScriptFault("got " + positional + " positional arguments, want at most " + names.size());
        }
        @Nullable Value[] values = Arrays.copyOf(arguments, names.size());
        Arrays.fill(values, Math.min(positional, names.size()), names.size(), null);
        for (int i = 0; i < given.length; i++) {
            values[index(given[i], values)] = arguments[positional + i];
        }
        for (int i = 0; i < required; i++) {
            if (values[i] == null) {
                throw new ScriptFault("missing 1 required argument: " + names.get(i));
            }
        }
        return new Bound(machine, self, names, values);
    }

    private int index(String name, @Nullable Value[] values) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new ScriptFault("unexpected keyword argument '" + name + "'", Nearest.hint(name, names));
        }
        if (values[index] != null) {
            throw new ScriptFault("got multiple values for parameter '" + name + "'");
        }
        return index;
    }
}
