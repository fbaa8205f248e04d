package dev.tollgate.starlark.value;

import dev.tollgate.starlark.meter.Meter;
import org.jspecify.annotations.Nullable;

/**
 * A hash table that keeps the order of insertion: entries stand in arrays in that order, and an index of twice their number
 * points into them, which the smallest tables do without. A removed entry leaves a gap until the arrays are written anew. Sets
 * have no values.
 */
final class Table {
    private static final int FIRST_CAPACITY = 4;
    /** So many are looked through without an index. A power of two, as all later capacities are, for the index is masked. */
    private static final int FEW = 8;
    /** An entry: key, value, hash, two places in the index, and the objects that key and value may be. */
    private static final int ENTRY_BYTES = 96;

    private static final Value[] NOTHING = {};
    private static final long[] NO_HASHES = {};
    private static final int[] NO_INDEX = {};

    private @Nullable Value[] keys = NOTHING;
    private @Nullable Value[] values = NOTHING;
    private long[] hashes = NO_HASHES;
    /** Entry number plus one, zero where free. */
    private int[] index = NO_INDEX;

    private int used;
    private int live;
    private int first;

    Table() {}

    /** One that has the keys of another, which has no gaps; neither changes any more. */
    private Table(Table keys, @Nullable Value[] values) {
        this.keys = keys.keys;
        this.values = values;
        this.hashes = keys.hashes;
        this.index = keys.index;
        this.used = keys.used;
        this.live = keys.live;
    }

    /** One with the same keys and other values, as many as there are. It is charged as if it had keys of its own. */
    Table with(Meter meter, @Nullable Value[] values) {
        meter.bytes((long) ENTRY_BYTES * Math.max(FEW, keys.length));
        meter.steps(live);
        return new Table(this, values);
    }

    int size() {
        return live;
    }

    /** The number of the entry with this key, or -1. */
    int find(Meter meter, Value key) {
        // Hashed in any case: an unhashable key is an error even where nothing could be found.
        return find(meter, key, Hashes.of(meter, key));
    }

    private int find(Meter meter, Value key, long hash) {
        if (live == 0) {
            return -1;
        }
        if (index.length == 0) {
            return findAmongFew(meter, key, hash);
        }
        int mask = index.length - 1;
        for (int at = (int) hash & mask; index[at] != 0; at = at + 1 & mask) {
            int entry = index[at] - 1;
            if (is(meter, entry, key, hash)) {
                return entry;
            }
        }
        return -1;
    }

    private int findAmongFew(Meter meter, Value key, long hash) {
        for (int entry = first; entry < used; entry++) {
            if (is(meter, entry, key, hash)) {
                return entry;
            }
        }
        return -1;
    }

    private boolean is(Meter meter, int entry, Value key, long hash) {
        if (hashes[entry] != hash) {
            return false;
        }
        Value candidate = keys[entry];
        return candidate != null && Equality.equal(meter, candidate, key);
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
        hashes = NO_HASHES;
        index = NO_INDEX;
        used = 0;
        live = 0;
        first = 0;
    }

    /** Without the gaps, and with room for as many again where there are few of them. */
    private void rewrite(Meter meter) {
        int capacity = Math.max(FIRST_CAPACITY, live > keys.length / 2 ? keys.length * 2 : keys.length);
        meter.bytes((long) ENTRY_BYTES * charged(keys.length, capacity));
        meter.steps(live);
        @Nullable Value[] oldKeys = keys;
        @Nullable Value[] oldValues = values;
        long[] oldHashes = hashes;
        int end = used;
        keys = new Value[capacity];
        values = new Value[capacity];
        hashes = new long[capacity];
        index = capacity <= FEW ? NO_INDEX : new int[capacity * 2];
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

    /** The few are charged together. */
    private static int charged(int before, int capacity) {
        if (before == 0) {
            return FEW;
        }
        return before < FEW && capacity == FEW ? 0 : Math.max(before, capacity - before);
    }

    private void point(int entry) {
        if (index.length == 0) {
            return;
        }
        int mask = index.length - 1;
        int at = (int) hashes[entry] & mask;
        while (index[at] != 0) {
            at = at + 1 & mask;
        }
        index[at] = entry + 1;
    }
}
