package dev.tollgate.starlark.value;

/** {@code None}. */
public enum None implements Value {
    NONE;

    @Override
    public String type() {
        return "NoneType";
    }

    @Override
    public boolean truth() {
        return false;
    }

    @Override
    public String toString() {
        return "None";
    }
}
