package dev.tollgate.starlark.value;

/** A call whose callee and arguments are known and which is not yet made. */
@SuppressWarnings("ArrayRecordComponent")
public record Prepared(Callable callee, Value[] arguments, String[] names) {
    public Value call(Machine machine) {
        return callee.call(machine, arguments, names);
    }

    /** A function that ends in a call can be run up to that call. */
    public interface Source {
        /** Runs the function, without arguments, up to the call that it ends in. */
        Prepared prepare(Machine machine);
    }
}
