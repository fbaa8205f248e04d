package dev.tollgate.starlark.eval;

import dev.tollgate.starlark.value.Callable;
import dev.tollgate.starlark.value.Machine;
import dev.tollgate.starlark.value.Prepared;
import dev.tollgate.starlark.value.Value;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A function of the script as a value: code, defaults, and the outer variables that it uses. */
final class Function implements Callable, Prepared.Source {
    private final FunctionCode code;
    private final @Nullable Value[] defaults;
    private final Cell[] free;
    private final Module module;
    private final long identity;

    Function(FunctionCode code, @Nullable Value[] defaults, Cell[] free, Module module) {
        this.code = code;
        this.defaults = defaults;
        this.free = free;
        this.module = module;
        this.identity = module.machine.nextIdentity();
    }

    @Override
    public Value call(Machine machine, Value[] arguments, String[] names) {
        machine.enter(code, code.name(), code.levels());
        try {
            Frame frame = frame(arguments, names);
            code.body().run(frame);
            return frame.result;
        } finally {
            machine.leave(code.levels());
        }
    }

    @Override
    public Prepared prepare(Machine machine) {
        CallNode tail = code.tail();
        if (tail == null) {
            return new Prepared(this, new Value[0], NO_NAMES);
        }
        machine.enter(code, code.name(), code.levels());
        try {
            return tail.prepare(frame(new Value[0], NO_NAMES));
        } finally {
            machine.leave(code.levels());
        }
    }

    private Frame frame(Value[] arguments, String[] names) {
        @Nullable
        Value[] locals = code.simple()
                        && names.length == 0
                        && arguments.length == code.parameters().size()
                ? Arrays.copyOf(arguments, code.locals())
                : new Binding(code, defaults, module.machine).bind(arguments, names);
        Cell[] cells = cells(locals);
        return new Frame(module, locals, cells, free);
    }

    private Cell[] cells(@Nullable Value[] locals) {
        if (code.cells() == 0) {
            return Cell.NONE;
        }
        Cell[] cells = new Cell[code.cells()];
        Arrays.setAll(cells, _ -> new Cell());
        for (int i = 0; i < code.parameters().size(); i++) {
            int cell = code.parameters().get(i).cell();
            if (cell >= 0) {
                cells[cell].value = locals[i];
            }
        }
        return cells;
    }

    @Override
    public String name() {
        return code.name();
    }

    @Override
    public long identity() {
        return identity;
    }

    @Override
    public String text() {
        return "<function " + code.name() + ">";
    }

    @Override
    public String type() {
        return "function";
    }
}
