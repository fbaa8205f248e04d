package dev.tollgate.starlark.lib;

import dev.tollgate.starlark.fault.Nearest;
import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.value.Bytes;
import dev.tollgate.starlark.value.Dict;
import dev.tollgate.starlark.value.Elems;
import dev.tollgate.starlark.value.ListValue;
import dev.tollgate.starlark.value.Machine;
import dev.tollgate.starlark.value.SetValue;
import dev.tollgate.starlark.value.Str;
import dev.tollgate.starlark.value.Struct;
import dev.tollgate.starlark.value.Value;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Attributes: the methods of types and the fields of structs. There are no others. */
public final class Methods {
    private static final Map<String, Definition> OF_STRING =
            table(StringMethods.ALL, StringSplitting.ALL, StringPredicates.ALL);
    private static final Map<String, Definition> OF_LIST = table(ListMethods.ALL);
    private static final Map<String, Definition> OF_DICT = table(DictMethods.ALL);
    private static final Map<String, Definition> OF_SET = table(SetMethods.ALL);
    private static final Map<String, Definition> OF_BYTES =
            Map.of("elems", Definition.of("elems", "", a -> new Elems.OfBytes((Bytes) a.self)));

    private Methods() {}

    @SafeVarargs
    private static Map<String, Definition> table(List<Definition>... lists) {
        return Stream.of(lists).flatMap(List::stream).collect(Collectors.toMap(Definition::name, Function.identity()));
    }

    private static Map<String, Definition> table(Value value) {
        return switch (value) {
            case Str _ -> OF_STRING;
            case ListValue _ -> OF_LIST;
            case Dict _ -> OF_DICT;
            case SetValue _ -> OF_SET;
            case Bytes _ -> OF_BYTES;
            default -> Map.of();
        };
    }

    /** The method of that name; null where the type has none. */
    public static @Nullable Definition find(Value value, String name) {
        return table(value).get(name);
    }

    /** A field, or a method with its object; null where there is neither. */
    public static @Nullable Value attribute(Machine machine, Value value, String name) {
        if (value instanceof Struct struct) {
            return struct.field(name);
        }
        Definition method = find(value, name);
        return method == null ? null : Builtin.method(machine, method, value);
    }

    static boolean has(Value value, String name) {
        return value instanceof Struct struct ? struct.field(name) != null : find(value, name) != null;
    }

    /** Sorted. */
    static List<String> names(Value value) {
        return value instanceof Struct struct
                ? List.copyOf(struct.names())
                : table(value).keySet().stream().sorted().toList();
    }

    public static ScriptFault missing(Value value, String name) {
        String of = value instanceof Struct struct && !struct.name().equals("struct") ? struct.name() : value.type();
        String hint = Nearest.hint(name, names(value));
        if (hint.isEmpty() && value instanceof Dict) {
            hint = "a key is read with d[\"" + name + "\"] or d.get(\"" + name + "\")";
        }
        return new ScriptFault("'" + of + "' value has no field or method '" + name + "'", hint);
    }
}
