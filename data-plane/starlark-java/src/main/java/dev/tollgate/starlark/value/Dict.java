package dev.tollgate.starlark.value;

import dev.tollgate.starlark.meter.Meter;
import org.jspecify.annotations.Nullable;

/** A dict, in the order of insertion. Methods that change it expect that {@link #checkMutable()} was asked. */
public final class Dict extends Mutable implements Value {
    final Table table;

    public Dict() {
        this(new Table());
    }

    private Dict(Table table) {
        this.table = table;
    }

    /**
     * One with the keys of another and these values, in their order; both are frozen, and nothing was ever taken out of the other.
     */
    public static Dict alike(Meter meter, Dict other, Value[] values) {
        if (!other.isFrozen() || values.length != other.size()) {
            throw new IllegalArgumentException("no dict of " + values.length + " values like it");
        }
        Dict dict = new Dict(other.table.with(meter, values));
        dict.freeze();
        return dict;
    }

    /** The key that was inserted after so many others, if nothing was ever taken out. */
    public Value key(int number) {
        return table.key(number);
    }

    public int size() {
        return table.size();
    }

    public @Nullable Value get(Meter meter, Value key) {
        int entry = table.find(meter, key);
        return entry < 0 ? null : table.value(entry);
    }

    public boolean contains(Meter meter, Value key) {
        return table.find(meter, key) >= 0;
    }

    /** True when the key is new. */
    public boolean put(Meter meter, Value key, Value value) {
        return table.put(meter, key, value);
    }

    public void putAll(Meter meter, Dict other) {
        for (Entry e = other.firstEntry(); e != null; e = e.next()) {
            put(meter, e.key(), e.value());
        }
    }

    public @Nullable Value remove(Meter meter, Value key) {
        int entry = table.find(meter, key);
        if (entry < 0) {
            return null;
        }
        Value value = table.value(entry);
        table.remove(entry);
        return value;
    }

    public void clear() {
        table.clear();
    }

    /** The entry that was inserted first; null where there is none. */
    public @Nullable Entry firstEntry() {
        return entryFrom(0);
    }

    private @Nullable Entry entryFrom(int from) {
        int entry = table.next(from);
        return entry < 0 ? null : new Entry(entry);
    }

    @Override
    public String type() {
        return "dict";
    }

    @Override
    public boolean truth() {
        return size() > 0;
    }

    /** One key and value; good until the dict changes. */
    public final class Entry {
        private final int number;

        private Entry(int number) {
            this.number = number;
        }

        public Value key() {
            return table.key(number);
        }

        public Value value() {
            return table.value(number);
        }

        public @Nullable Entry next() {
            return entryFrom(number + 1);
        }

        public void remove() {
            table.remove(number);
        }
    }
}
