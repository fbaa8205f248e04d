package dev.tollgate.starlark;

import dev.tollgate.starlark.fault.Limit;
import dev.tollgate.starlark.meter.Interruption;
import dev.tollgate.starlark.meter.Limits;
import dev.tollgate.starlark.meter.Meter;
import dev.tollgate.starlark.value.Bool;
import dev.tollgate.starlark.value.Bytes;
import dev.tollgate.starlark.value.Callable;
import dev.tollgate.starlark.value.Crossing;
import dev.tollgate.starlark.value.Cursor;
import dev.tollgate.starlark.value.Dict;
import dev.tollgate.starlark.value.Int;
import dev.tollgate.starlark.value.ListValue;
import dev.tollgate.starlark.value.None;
import dev.tollgate.starlark.value.Real;
import dev.tollgate.starlark.value.Repr;
import dev.tollgate.starlark.value.Str;
import dev.tollgate.starlark.value.Struct;
import dev.tollgate.starlark.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Java's maps, lists, strings and numbers as values of Starlark, and back: what JSON can say. */
public final class Data {
    private static final Limits UNLIMITED = new Limits(
            Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE);

    private final Meter meter = new Meter(UNLIMITED, Interruption.none());

    private Data() {}

    /**
     * Null, Boolean, String, numbers, List and Map with String keys, at most {@link Limits#NESTING_MAX} deep.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Value of(@Nullable Object java) {
        return new Data().value(java, 0);
    }

    /** The same, frozen throughout: what several runs share. */
    static Value frozen(@Nullable Object java) {
        Data data = new Data();
        return Crossing.copy(data.meter, data.value(java, 0), Limit.MEMORY, Long.MAX_VALUE);
    }

    /** The same the other way: Long or BigInteger, Double, LinkedHashMap, ArrayList. Tuples, sets and ranges become lists. */
    public static @Nullable Object toJava(Value value) {
        return new Data().java(value, 0);
    }

    private Value value(@Nullable Object java, int depth) {
        return switch (java) {
            case null -> None.NONE;
            case Value value -> value;
            case Boolean b -> Bool.of(b);
            case String s -> Str.of(s);
            case BigInteger i -> Int.of(bounded(i));
            case BigDecimal d -> decimal(d);
            case Double d -> new Real(d);
            case Float f -> new Real(f);
            case Number n -> Int.of(n.longValue());
            case List<?> list -> list(list, below(depth));
            case Map<?, ?> map -> dict(map, below(depth));
            default -> throw new IllegalArgumentException("no data of Starlark: " + java.getClass());
        };
    }

    private static int below(int depth) {
        if (depth >= Limits.NESTING_MAX) {
            throw new IllegalArgumentException("data of more than " + Limits.NESTING_MAX + " levels");
        }
        return depth + 1;
    }

    private static BigInteger bounded(BigInteger value) {
        if (value.bitLength() > Limits.INTEGER_BITS_MAX) {
            throw new IllegalArgumentException("an integer of more than " + Limits.INTEGER_BITS_MAX + " bits");
        }
        return value;
    }

    private static Value decimal(BigDecimal value) {
        boolean whole = value.scale() <= 0 && value.scale() > -Limits.INTEGER_BITS_MAX;
        return whole ? Int.of(bounded(value.toBigInteger())) : new Real(value.doubleValue());
    }

    private Value list(List<?> list, int depth) {
        Value[] elements = new Value[list.size()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = value(list.get(i), depth);
        }
        return ListValue.owning(elements);
    }

    private Value dict(Map<?, ?> map, int depth) {
        Dict dict = new Dict();
        map.forEach((key, element) -> dict.put(meter, value(key, depth), value(element, depth)));
        return dict;
    }

    private @Nullable Object java(Value value, int depth) {
        return switch (value) {
            case None _ -> null;
            case Bool b -> b.truth();
            case Int i -> i.isSmall() ? (Object) i.small() : i.big();
            case Real r -> r.value();
            case Str s -> s.value();
            case Bytes b -> b.decoded();
            case Dict dict -> map(dict, below(depth));
            case Struct struct -> map(struct, below(depth));
            case Callable callable -> throw new IllegalArgumentException("a function is no data: " + callable.text());
            default -> list(value, below(depth));
        };
    }

    private List<@Nullable Object> list(Value iterable, int depth) {
        List<@Nullable Object> list = new ArrayList<>();
        try (Cursor cursor = Cursor.over(iterable)) {
            for (Value v = cursor.next(); v != null; v = cursor.next()) {
                list.add(java(v, depth));
            }
        }
        return list;
    }

    /** Keys that are no strings are written as {@code str} writes them. */
    private Map<String, @Nullable Object> map(Dict dict, int depth) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (Dict.Entry e = dict.firstEntry(); e != null; e = e.next()) {
            map.put(Repr.str(meter, e.key()), java(e.value(), depth));
        }
        return map;
    }

    private Map<String, @Nullable Object> map(Struct struct, int depth) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (String name : struct.names()) {
            Value field = struct.field(name);
            if (field != null) {
                map.put(name, java(field, depth));
            }
        }
        return map;
    }
}
