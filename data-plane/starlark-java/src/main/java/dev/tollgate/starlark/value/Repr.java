package dev.tollgate.starlark.value;

import dev.tollgate.starlark.meter.Meter;
import java.util.ArrayDeque;
import java.util.Deque;

/** {@code str} and {@code repr}, charged per element and character. A container within itself shows as {@code [...]}. */
public final class Repr {
    private static final int BRIEF_LENGTH_MAX = 60;

    private final TextBuilder out;
    private final Deque<Value> open = new ArrayDeque<>();

    private Repr(TextBuilder out) {
        this.out = out;
    }

    /** {@code repr(x)}. */
    public static String repr(Meter meter, Value value) {
        TextBuilder out = new TextBuilder(meter);
        write(out, value);
        return out.build();
    }

    /** {@code str(x)}: a string is itself. */
    public static String str(Meter meter, Value value) {
        if (value instanceof Str s) {
            return s.value();
        }
        TextBuilder out = new TextBuilder(meter);
        writeStr(out, value);
        return out.build();
    }

    /** {@code repr(x)} at the end of text in the making. */
    public static void write(TextBuilder out, Value value) {
        new Repr(out).value(value);
    }

    /** {@code str(x)} at the end of text in the making. */
    public static void writeStr(TextBuilder out, Value value) {
        switch (value) {
            case Str s -> out.append(s.value());
            case Bytes b -> {
                out.meter().text(b.length());
                out.append(b.decoded());
            }
            case Int i -> {
                out.meter().steps(1);
                number(out, i);
            }
            default -> write(out, value);
        }
    }

    private static void number(TextBuilder out, Int number) {
        out.meter().steps(number.bitLength() >> 4);
        out.append(number.toString());
    }

    /** For messages: cut where it is long. */
    static String brief(Meter meter, Value value) {
        String text = repr(meter, value);
        return text.length() <= BRIEF_LENGTH_MAX ? text : text.substring(0, BRIEF_LENGTH_MAX) + "…";
    }

    private void value(Value value) {
        out.meter().steps(1);
        switch (value) {
            case Str s -> Quoting.write(out, s.value());
            case Bytes b -> Quoting.write(out, b);
            case ListValue list -> sequence(list, "[", "]", list);
            case Tuple tuple -> sequence(tuple, "(", tuple.size() == 1 ? ",)" : ")", tuple);
            case Dict dict -> dict(dict);
            case SetValue set -> set(set);
            case Struct struct -> struct(struct);
            case Elems elems -> {
                value(elems.source());
                out.append(".elems()");
            }
            case Callable callable -> out.append(callable.text());
            case Int i -> number(out, i);
            case None _, Bool _, Real _, Range _ -> out.append(value.toString());
        }
    }

    /** True when the container is not already being written; then {@link #leave} follows. */
    private boolean enter(Value container, String again) {
        for (Value outer : open) {
            if (outer == container) {
                out.append(again);
                return false;
            }
        }
        Meter.nested(open.size());
        open.push(container);
        return true;
    }

    private void leave() {
        open.pop();
    }

    private void sequence(Sequence sequence, String before, String after, Value self) {
        if (!enter(self, before + "..." + after)) {
            return;
        }
        out.append(before);
        for (int i = 0; i < sequence.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            value(sequence.at(i));
        }
        out.append(after);
        leave();
    }

    private void dict(Dict dict) {
        if (!enter(dict, "{...}")) {
            return;
        }
        out.append("{");
        String separator = "";
        for (Dict.Entry e = dict.firstEntry(); e != null; e = e.next()) {
            out.append(separator);
            value(e.key());
            out.append(": ");
            value(e.value());
            separator = ", ";
        }
        out.append("}");
        leave();
    }

    private void set(SetValue set) {
        out.append("set(");
        if (set.truth()) {
            out.append("[");
            for (int e = set.table.next(0); e >= 0; e = set.table.next(e + 1)) {
                value(set.table.key(e));
                out.append(", ");
            }
            out.truncate(out.length() - 2);
            out.append("]");
        }
        out.append(")");
    }

    private void struct(Struct struct) {
        if (!enter(struct, struct.name() + "(...)")) {
            return;
        }
        out.append(struct.name()).append("(");
        String separator = "";
        for (String name : struct.names()) {
            Value field = struct.field(name);
            if (field != null) {
                out.append(separator).append(name).append(" = ");
                value(field);
                separator = ", ";
            }
        }
        out.append(")");
        leave();
    }
}
