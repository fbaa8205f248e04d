package dev.tollgate.starlark.value;

/** Anything that a script can hold. The family is closed: no other object ever reaches a script. */
public sealed interface Value
        permits None, Bool, Int, Real, Str, Bytes, ListValue, Tuple, Dict, SetValue, Range, Elems, Struct, Callable {
    /** What {@code type(x)} says. */
    String type();

    /** What {@code bool(x)} says. */
    boolean truth();
}
