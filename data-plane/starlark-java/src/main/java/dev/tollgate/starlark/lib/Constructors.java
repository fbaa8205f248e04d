package dev.tollgate.starlark.lib;

import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.value.Bool;
import dev.tollgate.starlark.value.Bytes;
import dev.tollgate.starlark.value.Cursor;
import dev.tollgate.starlark.value.Dict;
import dev.tollgate.starlark.value.Int;
import dev.tollgate.starlark.value.ListValue;
import dev.tollgate.starlark.value.None;
import dev.tollgate.starlark.value.Numbers;
import dev.tollgate.starlark.value.Range;
import dev.tollgate.starlark.value.Real;
import dev.tollgate.starlark.value.Repr;
import dev.tollgate.starlark.value.SetValue;
import dev.tollgate.starlark.value.Sets;
import dev.tollgate.starlark.value.Str;
import dev.tollgate.starlark.value.Struct;
import dev.tollgate.starlark.value.Tuple;
import dev.tollgate.starlark.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Functions that make a value of a type. */
final class Constructors {
    static final List<Definition> ALL = List.of(
            Definition.of("bool", "x?", a -> Bool.of(a.value(0).truth())),
            Definition.of("int", "x base?", IntParsing::toInt),
            Definition.of("float", "x?", Constructors::toFloat),
            Definition.of("str", "x", a -> text(a, a.value(0))),
            Definition.of("bytes", "x", Constructors::bytes),
            Definition.of("list", "x?", a -> a.given(0) ? ListValue.owning(all(a)) : ListValue.empty()),
            Definition.of("tuple", "x?", Constructors::tuple),
            Definition.of("set", "x?", a -> a.given(0) ? Sets.of(a.machine, a.iterable(0)) : new SetValue()),
            Definition.open("dict", Constructors::dict),
            Definition.open("struct", Constructors::struct),
            Definition.of("range", "start stop? step?", Constructors::range));

    private Constructors() {}

    private static Value text(Bound a, Value value) {
        return value instanceof Str ? value : Str.of(Repr.str(a.meter(), value));
    }

    private static Value[] all(Bound a) {
        return Cursor.all(a.machine, a.iterable(0));
    }

    private static Value tuple(Bound a) {
        if (!a.given(0)) {
            return Tuple.EMPTY;
        }
        return a.value(0) instanceof Tuple t ? t : Tuple.owning(all(a));
    }

    private static Value toFloat(Bound a) {
        return switch (a.or(0, Int.ZERO)) {
            case Real r -> r;
            case Int i -> new Real(Numbers.toDouble(i));
            case Bool b -> new Real(b.truth() ? 1 : 0);
            case Str s -> {
                a.meter().steps(s.length());
                yield new Real(FloatParsing.parse(s.value()));
            }
            default -> a.wrong(0, "string or number");
        };
    }

    private static Value bytes(Bound a) {
        Value value = a.value(0);
        if (value instanceof Bytes) {
            return value;
        }
        if (value instanceof Str s) {
            a.meter().text(2L * s.length());
            return Bytes.owning(replaced(s.value()).getBytes(StandardCharsets.UTF_8));
        }
        if (!Cursor.iterable(value)) {
            return a.wrong(0, "string, bytes, or iterable of int");
        }
        Value[] elements = all(a);
        byte[] bytes = new byte[elements.length];
        for (int i = 0; i < bytes.length; i++) {
            if (!(elements[i] instanceof Int n && n.isSmall() && n.small() >= 0 && n.small() < 256)) {
                throw new ScriptFault("element " + i + " is not an int from 0 to 255");
            }
            bytes[i] = (byte) n.small();
        }
        return Bytes.owning(bytes);
    }

    /** Half code points become U+FFFD, where Java's encoder would write a question mark. */
    private static String replaced(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
                .forEach(result::appendCodePoint);
        return result.toString();
    }

    private static Value dict(Call call) {
        call.atMost(1);
        Dict dict = new Dict();
        if (call.positional() == 1) {
            DictMethods.update(call.machine(), dict, call.arguments()[0]);
        }
        DictMethods.putNamed(call, dict);
        return dict;
    }

    private static Value struct(Call call) {
        call.atMost(0);
        call.meter().slots(call.names().length);
        Map<String, Value> fields = new HashMap<>();
        for (int i = 0; i < call.names().length; i++) {
            fields.put(call.names()[i], call.named(i));
        }
        return Struct.of(fields);
    }

    private static Value range(Bound a) {
        long step = a.given(2) ? number(a, 2) : 1;
        return a.given(1) && a.value(1) != None.NONE
                ? Range.of(number(a, 0), number(a, 1), step)
                : Range.of(0, number(a, 0), step);
    }

    private static long number(Bound a, int index) {
        Int value = a.integer(index);
        if (!value.isSmall()) {
            throw new ScriptFault(value + " is out of range");
        }
        return value.small();
    }
}
