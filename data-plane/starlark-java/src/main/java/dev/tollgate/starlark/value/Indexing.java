package dev.tollgate.starlark.value;

import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.meter.Meter;
import org.jspecify.annotations.Nullable;

/** {@code x[i]}, {@code x[i] = v}, {@code x[i:j:k]}, {@code v in x}. */
public final class Indexing {
    private Indexing() {}

    public static Value get(Machine machine, Value container, Value key) {
        return switch (container) {
            case Dict dict -> inDict(machine, dict, key);
            case ListValue list -> list.at(index(key, list.size(), "list"));
            case Tuple tuple -> tuple.at(index(key, tuple.size(), "tuple"));
            case Str s -> Str.of(s.value().charAt(index(key, s.length(), "string")));
            case Range range -> range.at(index(key, range.size(), "range"));
            case Bytes bytes -> Int.of(bytes.at(index(key, bytes.length(), "bytes")));
            case Elems elems -> elems.at(index(key, elems.size(), elems.type()));
            case Struct _ ->
                throw new ScriptFault("type 'struct' has no operator [](" + key.type() + ")", "write x.name");
            case None _, Bool _, Int _, Real _, SetValue _, Callable _ ->
                throw new ScriptFault("type '" + container.type() + "' has no operator [](" + key.type() + ")");
        };
    }

    private static Value inDict(Machine machine, Dict dict, Value key) {
        Value value = dict.get(machine.meter(), key);
        if (value == null) {
            throw Keys.missing(machine, dict, key);
        }
        return value;
    }

    public static void set(Machine machine, Value container, Value key, Value value) {
        switch (container) {
            case Dict dict -> {
                dict.checkMutable();
                dict.put(machine.meter(), key, value);
            }
            case ListValue list -> {
                int index = index(key, list.size(), "list");
                list.checkMutable();
                list.set(index, value);
            }
            default -> throw new ScriptFault(container.type() + " value does not support item assignment");
        }
    }

    /** An index of one element, counted from the end where negative. */
    public static int index(Value key, int size, String what) {
        if (!(key instanceof Int number)) {
            throw new ScriptFault("got " + key.type() + " for " + what + " index, want int");
        }
        int index = number.clamped();
        int effective = index < 0 ? index + size : index;
        if (effective < 0 || effective >= size) {
            throw new ScriptFault("index " + number + " out of range: " + what + " has " + size + " element"
                    + (size == 1 ? "" : "s"));
        }
        return effective;
    }

    /** A bound of a part, from 0 to {@code size}; none or {@code None} is {@code absent}. */
    public static int bound(@Nullable Value bound, int size, int absent, String which) {
        if (bound == null || bound == None.NONE) {
            return absent;
        }
        return (int) Math.max(0, Math.min(size, shifted(bound, size, which)));
    }

    private static long shifted(Value bound, int size, String which) {
        if (!(bound instanceof Int number)) {
            throw new ScriptFault("invalid " + which + " index: got " + bound.type() + ", want int");
        }
        long value = number.clamped();
        return value < 0 ? value + size : value;
    }

    public static Value slice(
            Machine machine, Value of, @Nullable Value from, @Nullable Value to, @Nullable Value step) {
        int size = sliceable(of);
        int stride = step == null || step == None.NONE ? 1 : stride(step);
        int start;
        int count;
        if (stride > 0) {
            start = bound(from, size, 0, "start");
            int end = bound(to, size, size, "end");
            count = end <= start ? 0 : (int) (((long) end - start + stride - 1) / stride);
        } else {
            start = reverseBound(from, size, size - 1, "start");
            int end = reverseBound(to, size, -1, "end");
            count = start <= end ? 0 : (int) (((long) start - end - (long) stride - 1) / -(long) stride);
        }
        return part(machine.meter(), of, start, stride, count);
    }

    private static int sliceable(Value value) {
        return switch (value) {
            case Str s -> s.length();
            case Bytes b -> b.length();
            case ListValue s -> s.size();
            case Tuple s -> s.size();
            case Range s -> s.size();
            case Elems s -> s.size();
            case None _, Bool _, Int _, Real _, Dict _, SetValue _, Struct _, Callable _ ->
                throw new ScriptFault("type '" + value.type() + "' cannot be sliced");
        };
    }

    private static int stride(Value step) {
        if (!(step instanceof Int number)) {
            throw new ScriptFault("invalid slice step: got " + step.type() + ", want int");
        }
        if (number.signum() == 0) {
            throw new ScriptFault("slice step cannot be zero");
        }
        return number.clamped();
    }

    private static int reverseBound(@Nullable Value bound, int size, int absent, String which) {
        if (bound == null || bound == None.NONE) {
            return absent;
        }
        return (int) Math.max(-1, Math.min(size - 1, shifted(bound, size, which)));
    }

    private static Value part(Meter meter, Value of, int start, int stride, int count) {
        return switch (of) {
            case Str s -> {
                meter.text(count);
                yield Str.of(stride == 1 ? s.value().substring(start, start + count) : every(s, start, stride, count));
            }
            case Bytes b -> {
                meter.text(count);
                byte[] part = new byte[count];
                for (int i = 0; i < count; i++) {
                    part[i] = (byte) b.at(start + i * stride);
                }
                yield Bytes.owning(part);
            }
            case Range r -> {
                long first = count == 0 ? 0 : r.number(start);
                long step = count <= 1 ? 1 : r.number(start + stride) - first;
                yield Range.of(first, first + count * step, step);
            }
            case ListValue s -> ListValue.owning(elements(meter, s, start, stride, count));
            case Tuple s -> Tuple.owning(elements(meter, s, start, stride, count));
            case Elems s -> ListValue.owning(elements(meter, s, start, stride, count));
            default -> throw new IllegalStateException(of.type());
        };
    }

    private static String every(Str s, int start, int stride, int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append(s.value().charAt(start + i * stride));
        }
        return text.toString();
    }

    private static Value[] elements(Meter meter, Sequence of, int start, int stride, int count) {
        meter.slots(count);
        Value[] part = new Value[count];
        for (int i = 0; i < count; i++) {
            part[i] = of.at(start + i * stride);
        }
        return part;
    }
}
