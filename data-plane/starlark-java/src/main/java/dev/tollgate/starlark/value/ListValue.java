package dev.tollgate.starlark.value;

import dev.tollgate.starlark.meter.Meter;
import java.util.Arrays;

/** A list. Methods that change it expect that {@link #checkMutable()} was asked. */
public final class ListValue extends Mutable implements Value, Sequence {
    private static final Value[] NOTHING = {};
    private static final int FIRST_CAPACITY = 4;

    private Value[] elements;
    private int size;

    private ListValue(Value[] elements, int size) {
        this.elements = elements;
        this.size = size;
    }

    public static ListValue empty() {
        return new ListValue(NOTHING, 0);
    }

    /** Takes the array over, whose slots were charged. */
    public static ListValue owning(Value... elements) {
        return new ListValue(elements, elements.length);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Value at(int index) {
        return elements[index];
    }

    public void set(int index, Value value) {
        elements[index] = value;
    }

    public void add(Meter meter, Value value) {
        if (size == elements.length) {
            grow(meter, 1);
        }
        elements[size++] = value;
    }

    /** The elements of the sequence, which may be this list. */
    public void addAll(Meter meter, Sequence more) {
        int count = more.size();
        meter.steps(count);
        if (size + count > elements.length) {
            grow(meter, count);
        }
        for (int i = 0; i < count; i++) {
            elements[size + i] = more.at(i);
        }
        size += count;
    }

    public void insert(Meter meter, int index, Value value) {
        meter.steps(size - index >> 3);
        if (size == elements.length) {
            grow(meter, 1);
        }
        System.arraycopy(elements, index, elements, index + 1, size - index);
        elements[index] = value;
        size++;
    }

    public Value remove(Meter meter, int index) {
        meter.steps(size - index >> 3);
        Value removed = elements[index];
        System.arraycopy(elements, index + 1, elements, index, size - index - 1);
        size--;
        elements = size == 0 ? NOTHING : elements;
        return removed;
    }

    public void clear() {
        elements = NOTHING;
        size = 0;
    }

    public Value[] toArray() {
        return Arrays.copyOf(elements, size);
    }

    private void grow(Meter meter, int by) {
        long capacity = Math.max(FIRST_CAPACITY, Math.max((long) size + by, elements.length + (elements.length >> 1)));
        meter.slots(capacity - elements.length);
        elements = Arrays.copyOf(elements, (int) capacity);
    }

    @Override
    public String type() {
        return "list";
    }

    @Override
    public boolean truth() {
        return size > 0;
    }
}
