package dev.tollgate.starlark.value;

/** A float: IEEE 754, double precision. */
public record Real(double value) implements Value {
    @Override
    public String type() {
        return "float";
    }

    @Override
    public boolean truth() {
        return value != 0;
    }

    @Override
    public String toString() {
        return Floats.text(value);
    }
}
