package dev.tollgate.starlark.lib;

import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.meter.Meter;
import dev.tollgate.starlark.value.Machine;
import dev.tollgate.starlark.value.Value;
import java.util.Arrays;

/** The arguments of a call as they came. */
@SuppressWarnings("ArrayRecordComponent")
record Call(Machine machine, Value self, Value[] arguments, String[] names) {
    Meter meter() {
        return machine.meter();
    }

    int positional() {
        return arguments.length - names.length;
    }

    Value[] positionalOnly() {
        return Arrays.copyOf(arguments, positional());
    }

    Value named(int index) {
        return arguments[positional() + index];
    }

    /** At most so many by place. */
    void atMost(int count) {
        if (positional() > count) {
            throw new ScriptFault("got " + positional() + " positional arguments, want at most " + count);
        }
    }

    void noNames() {
        if (names.length > 0) {
            throw new ScriptFault("unexpected keyword argument '" + names[0] + "'");
        }
    }
}
