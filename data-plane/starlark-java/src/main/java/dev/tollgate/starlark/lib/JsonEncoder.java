package dev.tollgate.starlark.lib;

import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.meter.Meter;
import dev.tollgate.starlark.value.Bool;
import dev.tollgate.starlark.value.Bytes;
import dev.tollgate.starlark.value.Callable;
import dev.tollgate.starlark.value.Cursor;
import dev.tollgate.starlark.value.Dict;
import dev.tollgate.starlark.value.Elems;
import dev.tollgate.starlark.value.Floats;
import dev.tollgate.starlark.value.Int;
import dev.tollgate.starlark.value.ListValue;
import dev.tollgate.starlark.value.None;
import dev.tollgate.starlark.value.Range;
import dev.tollgate.starlark.value.Real;
import dev.tollgate.starlark.value.SetValue;
import dev.tollgate.starlark.value.Str;
import dev.tollgate.starlark.value.Struct;
import dev.tollgate.starlark.value.TextBuilder;
import dev.tollgate.starlark.value.Tuple;
import dev.tollgate.starlark.value.Value;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values as JSON (RFC 8259). Members stand in the order of their names, unless their own is kept. */
final class JsonEncoder {
    private final TextBuilder out;
    private final Json.@Nullable Layout layout;
    private final boolean sorted;

    JsonEncoder(TextBuilder out, Json.@Nullable Layout layout, boolean sorted) {
        this.out = out;
        this.layout = layout;
        this.sorted = sorted;
    }

    void write(Value value, int depth) {
        out.meter().steps(1);
        switch (value) {
            case Str s -> string(s.value());
            case Int i -> {
                out.meter().steps(i.bitLength() >> 4);
                out.append(i.toString());
            }
            case Real r -> real(r.value());
            case Dict dict -> members(members(dict), depth);
            case Struct struct -> members(members(struct), depth);
            case None _ -> out.append("null");
            case Bool b -> out.append(b.truth() ? "true" : "false");
            case ListValue _, Tuple _, SetValue _, Range _, Elems _ -> elements(value, depth);
            case Bytes _, Callable _ -> throw new ScriptFault("cannot encode " + value.type() + " as JSON");
        }
    }

    private void real(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new ScriptFault("cannot encode non-finite float " + Floats.text(value) + " as JSON");
        }
        out.append(Floats.text(value));
    }

    private void elements(Value iterable, int depth) {
        int below = Meter.nested(depth);
        out.append("[");
        boolean any = false;
        try (Cursor cursor = Cursor.over(iterable)) {
            for (Value v = cursor.next(); v != null; v = cursor.next()) {
                out.append(any ? "," : "");
                newLine(below);
                write(v, below);
                any = true;
            }
        }
        if (any) {
            newLine(depth);
        }
        out.append("]");
    }

    private Map<String, Value> members(Dict dict) {
        out.meter().slots(3L * dict.size());
        out.meter().steps(4L * dict.size());
        Map<String, Value> members = sorted ? new TreeMap<>() : new LinkedHashMap<>();
        for (Dict.Entry e = dict.firstEntry(); e != null; e = e.next()) {
            if (!(e.key() instanceof Str name)) {
                throw new ScriptFault(
                        "cannot encode a dict as JSON: key of type " + e.key().type() + ", want string");
            }
            members.put(name.value(), e.value());
        }
        return members;
    }

    private Map<String, Value> members(Struct struct) {
        out.meter().slots(struct.size());
        Map<String, Value> members = new LinkedHashMap<>();
        for (String name : struct.names()) {
            Value field = struct.field(name);
            if (field != null) {
                members.put(name, field);
            }
        }
        return members;
    }

    private void members(Map<String, Value> members, int depth) {
        int below = Meter.nested(depth);
        out.append("{");
        String separator = "";
        for (Map.Entry<String, Value> member : members.entrySet()) {
            out.append(separator);
            newLine(below);
            string(member.getKey());
            out.append(layout == null ? ":" : ": ");
            write(member.getValue(), below);
            separator = ",";
        }
        if (!members.isEmpty()) {
            newLine(depth);
        }
        out.append("}");
    }

    private void newLine(int depth) {
        if (layout != null) {
            out.append("\n").append(layout.prefix());
            for (int i = 0; i < depth; i++) {
                out.append(layout.indent());
            }
        }
    }

    private void string(String text) {
        out.append('"');
        int plainFrom = 0;
        for (int i = 0; i < text.length(); i++) {
            String escape = escape(text, i);
            if (!escape.isEmpty()) {
                out.append(text, plainFrom, i).append(escape);
                plainFrom = i + 1;
            }
        }
        out.append(text, plainFrom, text.length()).append('"');
    }

    private static String escape(String text, int at) {
        char c = text.charAt(at);
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            // Half a code point has no UTF-8 form; escaped it survives.
            default -> c < 0x20 || lonely(text, at) ? String.format(Locale.ROOT, "\\u%04x", (int) c) : "";
        };
    }

    private static boolean lonely(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
