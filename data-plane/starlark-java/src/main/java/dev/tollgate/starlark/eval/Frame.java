package dev.tollgate.starlark.eval;

import dev.tollgate.starlark.value.Machine;
import dev.tollgate.starlark.value.None;
import dev.tollgate.starlark.value.Value;
import org.jspecify.annotations.Nullable;

/** The variables of one call of a function. */
final class Frame {
    final Machine machine;
    final Module module;
    final @Nullable Value[] locals;
    final Cell[] cells;
    final Cell[] free;

    /** What the function returns, or the value of the file's last expression. */
    Value result = None.NONE;

    Frame(Module module, @Nullable Value[] locals, Cell[] cells, Cell[] free) {
        this.machine = module.machine;
        this.module = module;
        this.locals = locals;
        this.cells = cells;
        this.free = free;
    }
}
