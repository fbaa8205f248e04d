package dev.tollgate.starlark.value;

import dev.tollgate.starlark.fault.Limit;
import dev.tollgate.starlark.fault.LimitStop;
import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.meter.Meter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The way of a value out of a script or into it: a copy, frozen throughout, of data alone. Its size is bounded and its
 * memory charged while it is copied, so that a value which is small but shared a million times ends at a limit.
 */
public final class Crossing {
    private final Meter meter;
    private final Limit limit;
    private final long max;
    private long size;

    private Crossing(Meter meter, Limit limit, long max) {
        this.meter = meter;
        this.limit = limit;
        this.max = max;
    }

    /** @throws ScriptFault when there is a function within */
    public static Value copy(Meter meter, Value value, Limit limit, long max) {
        return new Crossing(meter, limit, max).copy(value, 0);
    }

    private Value copy(Value value, int depth) {
        meter.steps(1);
        return switch (value) {
            case None _, Bool _, Real _, Range _ -> sized(value, Long.BYTES);
            case Int i -> sized(i, Long.BYTES + i.bitLength() / Byte.SIZE);
            case Str s -> {
                meter.steps(s.length() >> 4);
                yield sized(s, Utf8.length(s.value()) + 1);
            }
            case Bytes b -> sized(b, b.length() + 1L);
            case ListValue list -> frozen(ListValue.owning(copies(list, depth)));
            case Tuple tuple -> Tuple.owning(copies(tuple, depth));
            case Elems elems -> frozen(ListValue.owning(copies(elems, depth)));
            case Dict dict -> copy(dict, depth);
            case SetValue set -> copy(set, depth);
            case Struct struct -> copy(struct, depth);
            case Callable callable -> throw new ScriptFault("a function cannot leave the script: " + callable.text());
        };
    }

    private Value sized(Value value, long bytes) {
        size += bytes;
        if (size > max) {
            throw new LimitStop(limit, max);
        }
        return value;
    }

    private static Value frozen(Mutable container) {
        container.freeze();
        return (Value) container;
    }

    private Value[] copies(Sequence sequence, int depth) {
        int below = Meter.nested(depth);
        meter.slots(sequence.size());
        sized(None.NONE, sequence.size());
        Value[] copies = new Value[sequence.size()];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = copy(sequence.at(i), below);
        }
        return copies;
    }

    private Value copy(Dict dict, int depth) {
        int below = Meter.nested(depth);
        Dict copy = new Dict();
        for (Dict.Entry e = dict.firstEntry(); e != null; e = e.next()) {
            copy.put(meter, copy(e.key(), below), copy(e.value(), below));
        }
        return frozen(copy);
    }

    private Value copy(SetValue set, int depth) {
        int below = Meter.nested(depth);
        SetValue copy = new SetValue();
        for (int e = set.table.next(0); e >= 0; e = set.table.next(e + 1)) {
            copy.add(meter, copy(set.table.key(e), below));
        }
        return frozen(copy);
    }

    private Value copy(Struct struct, int depth) {
        int below = Meter.nested(depth);
        meter.slots(struct.size());
        Map<String, Value> fields = new LinkedHashMap<>();
        for (String name : struct.names()) {
            Value field = struct.field(name);
            if (field != null) {
                sized(None.NONE, name.length());
                fields.put(name, copy(field, below));
            }
        }
        return Struct.named(struct.name(), fields);
    }
}
