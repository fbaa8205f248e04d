package dev.tollgate.starlark.eval;

import dev.tollgate.starlark.value.Machine;
import dev.tollgate.starlark.value.Value;
import org.jspecify.annotations.Nullable;

/** The variables of one run of a file. */
final class Module {
    final Machine machine;
    final @Nullable Value[] globals;
    final Value[] externals;

    Module(Machine machine, int globals, Value[] externals) {
        this.machine = machine;
        this.globals = new Value[globals];
        this.externals = externals;
    }
}
