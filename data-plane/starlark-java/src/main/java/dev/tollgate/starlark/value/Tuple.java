package dev.tollgate.starlark.value;

/** A tuple. */
public final class Tuple implements Value, Sequence {
    public static final Tuple EMPTY = new Tuple();

    private final Value[] elements;

    private Tuple(Value... elements) {
        this.elements = elements;
    }

    /** Takes the array over, whose slots were charged. */
    public static Tuple owning(Value... elements) {
        return elements.length == 0 ? EMPTY : new Tuple(elements);
    }

    @Override
    public int size() {
        return elements.length;
    }

    @Override
    public Value at(int index) {
        return elements[index];
    }

    public Value[] toArray() {
        return elements.clone();
    }

    @Override
    public String type() {
        return "tuple";
    }

    @Override
    public boolean truth() {
        return elements.length > 0;
    }
}
