package dev.tollgate.starlark.value;

import dev.tollgate.starlark.meter.Meter;
import org.jspecify.annotations.Nullable;

/** A set, in the order of insertion. Methods that change it expect that {@link #checkMutable()} was asked. */
public final class SetValue extends Mutable implements Value {
    final Table table = new Table();

    public int size() {
        return table.size();
    }

    public boolean contains(Meter meter, Value element) {
        return table.find(meter, element) >= 0;
    }

    public void add(Meter meter, Value element) {
        table.put(meter, element, None.NONE);
    }

    /** True when it was there. */
    public boolean remove(Meter meter, Value element) {
        int entry = table.find(meter, element);
        if (entry >= 0) {
            table.remove(entry);
        }
        return entry >= 0;
    }

    /** Removes what was added first; null where there is nothing. */
    public @Nullable Value removeFirst() {
        int entry = table.next(0);
        if (entry < 0) {
            return null;
        }
        Value element = table.key(entry);
        table.remove(entry);
        return element;
    }

    public void clear() {
        table.clear();
    }

    @Override
    public String type() {
        return "set";
    }

    @Override
    public boolean truth() {
        return size() > 0;
    }
}
