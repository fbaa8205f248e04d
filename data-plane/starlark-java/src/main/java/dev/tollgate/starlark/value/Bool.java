package dev.tollgate.starlark.value;

/** {@code True} and {@code False}, which are no numbers. */
public enum Bool implements Value {
    FALSE,
    TRUE;

    public static Bool of(boolean value) {
        return value ? TRUE : FALSE;
    }

    @Override
    public String type() {
        return "bool";
    }

    @Override
    public boolean truth() {
        return this == TRUE;
    }

    @Override
    public String toString() {
        return this == TRUE ? "True" : "False";
    }
}
