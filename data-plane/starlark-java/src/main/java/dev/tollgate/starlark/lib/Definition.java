package dev.tollgate.starlark.lib;

import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.value.Machine;
import dev.tollgate.starlark.value.None;
import dev.tollgate.starlark.value.Value;
import java.util.function.Function;

/** A built-in function, or a method of a type: its name and what it does. */
public final class Definition {
    private final String name;
    private final Body body;

    private Definition(String name, Body body) {
        this.name = name;
        this.body = body;
    }

    private interface Body {
        Value run(Machine machine, Value self, Value[] arguments, String[] names);
    }

    /**
     * One with parameters.
     *
     * @param parameters names with blanks between; those that end in a question mark may be left out
     */
    static Definition of(String name, String parameters, Function<Bound, Value> body) {
        Signature signature = Signature.of(parameters);
        return new Definition(name, (m, self, a, n) -> body.apply(signature.bind(m, self, a, n)));
    }

    /** One that takes whatever comes. */
    static Definition open(String name, Function<Call, Value> body) {
        return new Definition(name, (m, self, a, n) -> body.apply(new Call(m, self, a, n)));
    }

    public String name() {
        return name;
    }

    /** Calls it; a method's first value is its object, a function's is {@code None}. */
    public Value call(Machine machine, Value self, Value[] arguments, String[] names) {
        try {
            return body.run(machine, self, arguments, names);
        } catch (ScriptFault fault) {
            throw fault.within(name);
        }
    }

    Builtin function() {
        return new Builtin(this, None.NONE, 0);
    }
}
