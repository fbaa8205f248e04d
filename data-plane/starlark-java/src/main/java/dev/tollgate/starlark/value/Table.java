package dev.tollgate.starlark.value;

import dev.tollgate.starlark.meter.Meter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A hash table that keeps the order of insertion: entries stand in arrays in that order, and an index of twice their number
 * points into them. A removed entry leaves a gap until the arrays are written anew. Sets have no values.
 */
final class Table {
    /** A power of two, as all later ones are, for the index is masked. */
    private static final int FIRST_CAPACITY = 8;
    /** An entry: key, value, hash, two places in the index, and the objects that key and value may be. */
    private static final int ENTRY_BYTES = 96;

    private static final Value[] NOTHING = {};

    private @Nullable Value[] keys = NOTHING;
    private @Nullable Value[] values = NOTHING;
    private long[] hashes = {};
    /** Entry number plus one, zero where free. */
    private int[] index = {};

    private int used;
    private int live;
    private int first;

    int size() {
        return live;
    }

    /** The number of the entry with this key, or -1. */
    int find(Meter meter, Value key) {
        return live == 0 && !(key instanceof Mutable)
                ? findInEmpty(meter, key)
                : find(meter, key, Hashes.of(meter, key));
    }

    /** An unhashable key is an error even where nothing could be found. */
    private int findInEmpty(Meter meter, Value key) {
        Hashes.of(meter, key);
        return -1;
    }

    private int find(Meter meter, Value key, long hash) {
        if (live == 0) {
            return -1;
        }
        int mask = index.length - 1;
        for (int at = (int) hash & mask; index[at] != 0; at = at + 1 & mask) {
            int entry = index[at] - 1;
            Value candidate = keys[entry];
            if (hashes[entry] == hash && candidate != null && Equality.equal(meter, candidate, key)) {
                return entry;
            }
        }
        return -1;
    }

    /** The entry's number at or after this one, or -1. */
    int next(int entry) {
        for (int i = Math.max(entry, first); i < used; i++) {
            if (keys[i] != null) {
                return i;
            }
        }
        return -1;
    }

    Value key(int entry) {
        Value key = keys[entry];
        if (key == null) {
            throw new IllegalStateException("no entry " + entry);
        }
        return key;
    }

    Value value(int entry) {
        Value value = values[entry];
        if (value == null) {
            throw new IllegalStateException("no value " + entry);
        }
        return value;
    }

    /** Adds or overwrites; true when the key is new. */
    boolean put(Meter meter, Value key, Value value) {
        long hash = Hashes.of(meter, key);
        int entry = find(meter, key, hash);
        if (entry >= 0) {
            values[entry] = value;
            return false;
        }
        if (used == keys.length) {
            rewrite(meter);
        }
        keys[used] = key;
        values[used] = value;
        hashes[used] = hash;
        point(used++);
        live++;
        return true;
    }

    /** Removes an entry by its number. */
    void remove(int entry) {
        keys[entry] = null;
        values[entry] = null;
        live--;
        if (live == 0) {
            clear();
            return;
        }
        while (first < used && keys[first] == null) {
            first++;
        }
    }

    void clear() {
        keys = NOTHING;
        values = NOTHING;
        hashes = new long[0];
        index = new int[0];
        used = 0;
        live = 0;
        first = 0;
    }

    /** Without the gaps, and with room for as many again where there are few of them. */
    private void rewrite(Meter meter) {
        int capacity = Math.max(FIRST_CAPACITY, live > keys.length / 2 ? keys.length * 2 : keys.length);
        meter.bytes((long) ENTRY_BYTES * Math.max(FIRST_CAPACITY, capacity - keys.length));
        meter.steps(live);
        @Nullable Value[] oldKeys = keys;
        @Nullable Value[] oldValues = values;
        long[] oldHashes = hashes;
        int end = used;
        keys = Arrays.copyOf(NOTHING, capacity);
        values = Arrays.copyOf(NOTHING, capacity);
        hashes = new long[capacity];
        index = new int[capacity * 2];
        used = 0;
        for (int i = first; i < end; i++) {
            if (oldKeys[i] != null) {
                keys[used] = oldKeys[i];
                values[used] = oldValues[i];
                hashes[used] = oldHashes[i];
                point(used++);
            }
        }
        first = 0;
    }

    private void point(int entry) {
        int mask = index.length - 1;
        int at = (int) hashes[entry] & mask;
        while (index[at] != 0) {
            at = at + 1 & mask;
        }
        index[at] = entry + 1;
    }
}
