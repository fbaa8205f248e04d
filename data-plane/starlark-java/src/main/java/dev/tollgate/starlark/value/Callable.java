package dev.tollgate.starlark.value;

/** What can be called: functions, built-ins, methods of a value, and the host's functions. */
public non-sealed interface Callable extends Value {
    String[] NO_NAMES = {};

    String name();

    /**
     * @param arguments positional ones first, then the named ones
     * @param names of the last {@code names.length} arguments
     */
    Value call(Machine machine, Value[] arguments, String[] names);

    /** A number of its own, which equality and hashing go by: the same in each run of the same script. */
    long identity();

    /** How the value is shown, such as {@code <function f>}. */
    String text();

    @Override
    default boolean truth() {
        return true;
    }
}
