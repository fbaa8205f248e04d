package dev.tollgate.starlark.eval;

import dev.tollgate.starlark.fault.Stop;
import dev.tollgate.starlark.value.Value;
import org.jspecify.annotations.Nullable;

/** A {@code def} or {@code lambda}: makes a function value. */
final class MakeFunction extends Node {
    private static final int FUNCTION_SLOTS = 2;

    private final FunctionCode code;
    private final @Nullable Node[] defaults;
    private final Source[] free;
    private final int offset;

    MakeFunction(FunctionCode code, @Nullable Node[] defaults, Source[] free, int offset) {
        this.code = code;
        this.defaults = defaults;
        this.free = free;
        this.offset = offset;
    }

    /** Where a variable of an outer function is found when the inner one is made. */
    record Source(boolean own, int index) {}

    @Override
    Value eval(Frame frame) {
        try {
            frame.machine.meter().slots((long) FUNCTION_SLOTS + defaults.length + free.length);
        } catch (Stop stop) {
            throw stop.at(offset);
        }
        @Nullable Value[] values = new Value[defaults.length];
        for (int i = 0; i < values.length; i++) {
            Node node = defaults[i];
            values[i] = node == null ? null : node.eval(frame);
        }
        Cell[] cells = new Cell[free.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (free[i].own() ? frame.cells : frame.free)[free[i].index()];
        }
        return new Function(code, values, cells, frame.module);
    }
}
