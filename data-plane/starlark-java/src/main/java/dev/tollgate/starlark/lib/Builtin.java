package dev.tollgate.starlark.lib;

import dev.tollgate.starlark.value.Callable;
import dev.tollgate.starlark.value.Machine;
import dev.tollgate.starlark.value.None;
import dev.tollgate.starlark.value.Value;

/** A built-in as a value: a function, or a method with the object that it was taken from. */
public final class Builtin implements Callable {
    private static final int BOUND_METHOD_BYTES = 48;

    private final Definition definition;
    private final Value self;
    private final long identity;

    Builtin(Definition definition, Value self, long identity) {
        this.definition = definition;
        this.self = self;
        this.identity = identity;
    }

    /** The method of an object. */
    public static Builtin method(Machine machine, Definition definition, Value self) {
        machine.meter().bytes(BOUND_METHOD_BYTES);
        return new Builtin(definition, self, machine.nextIdentity());
    }

    boolean is(Definition other) {
        return definition == other;
    }

    @Override
    public String name() {
        return definition.name();
    }

    @Override
    public Value call(Machine machine, Value[] arguments, String[] names) {
        return definition.call(machine, self, arguments, names);
    }

    @Override
    public long identity() {
        return identity;
    }

    @Override
    public String text() {
        return self == None.NONE
                ? "<built-in function " + name() + ">"
                : "<built-in method " + name() + " of " + self.type() + " value>";
    }

    @Override
    public String type() {
        return "builtin_function_or_method";
    }
}
