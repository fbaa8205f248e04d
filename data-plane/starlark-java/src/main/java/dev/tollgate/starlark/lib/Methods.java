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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Attributes: the methods of types and the fields of structs. There are no others. */
public final class Methods {
    private Methods() {}

    @SafeVarargs
    private static Map<String, Definition> table(List<Definition>... lists) {
        Map<String, Definition> table = new HashMap<>();
        for (List<Definition> list : lists) {
            for (Definition each : list) {
                table.put(each.name(), each);
            }
        }
        return table;
    }

    private static Map<String, Definition> table(Value value) {
        return switch (value) {
            case Str _ -> OfString.TABLE;
            case ListValue _ -> OfList.TABLE;
            case Dict _ -> OfDict.TABLE;
            case SetValue _ -> OfSet.TABLE;
            case Bytes _ -> OfBytes.TABLE;
            default -> Map.of();
        };
    }

    /* The methods of a type are loaded when the first of them is called: they are a third of what a first script would load. */

    private static final class OfString {
        static final Map<String, Definition> TABLE =
                table(StringMethods.ALL, StringSplitting.ALL, StringPredicates.ALL);
    }

    private static final class OfList {
        static final Map<String, Definition> TABLE = table(ListMethods.ALL);
    }

    private static final class OfDict {
        static final Map<String, Definition> TABLE = table(DictMethods.ALL);
    }

    private static final class OfSet {
        static final Map<String, Definition> TABLE = table(SetMethods.ALL);
    }

    private static final class OfBytes {
        static final Map<String, Definition> TABLE =
                Map.of("elems", Definition.of("elems", "", a -> new Elems.OfBytes((Bytes) a.self)));
    }

    /** The method of that name; null where the type has none. */
    private static @Nullable Definition find(Value value, String name) {
        return table(value).get(name);
    }

    /** The methods of one name at one place of a script, where they are mostly of one type. For any threads. */
    public static final class Named {
        private final String name;
        /** Whichever thread wrote it, it is right. */
        private @Nullable Found last;

        private record Found(Class<?> type, @Nullable Definition method) {}

        public Named(String name) {
            this.name = name;
        }

        public String name() {
            return name;
        }

        /** The one that the value has; null where its type has none. */
        public @Nullable Definition on(Value value) {
            Found found = last;
            if (found == null || found.type != value.getClass()) {
                found = new Found(value.getClass(), find(value, name));
                last = found;
            }
            return found.method;
        }
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
