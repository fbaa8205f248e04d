package dev.tollgate.starlark.lib;

import dev.tollgate.starlark.value.Bool;
import dev.tollgate.starlark.value.None;
import dev.tollgate.starlark.value.Struct;
import dev.tollgate.starlark.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names that every script knows, and hints for those that it would know in Python. */
public final class Universe {
    private static final Map<String, Value> NAMES;

    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("isinstance", "write type(x) == \"dict\""),
            Map.entry("map", "write [f(x) for x in xs]"),
            Map.entry("filter", "write [x for x in xs if f(x)]"),
            Map.entry("open", "there are no files here"),
            Map.entry("eval", "text cannot be run"),
            Map.entry("exec", "text cannot be run"),
            Map.entry("frozenset", "use set, or a tuple as a key"),
            Map.entry("true", "write True"),
            Map.entry("false", "write False"),
            Map.entry("null", "write None"),
            Map.entry("object", "write struct(name = value, …)"),
            Map.entry("datetime", "there is no clock here"),
            Map.entry("time", "there is no clock here"),
            Map.entry("random", "there is no chance here"),
            Map.entry("round", "write int(x + 0.5), or f\"{x:.2f}\" for text"),
            Map.entry("Exception", "write fail(\"…\"), and try_call(f, …) to catch it"));

    static {
        Map<String, Value> names = new HashMap<>();
        names.put("None", None.NONE);
        names.put("True", Bool.TRUE);
        names.put("False", Bool.FALSE);
        names.put("json", Struct.named("json", Json.FUNCTIONS));
        for (List<Definition> built : List.of(Constructors.ALL, Iterables.ALL, Inspection.ALL, Effects.ALL)) {
            built.forEach(each -> names.put(each.name(), each.function()));
        }
        NAMES = Map.copyOf(names);
    }

    private Universe() {}

    /** By name. */
    public static Map<String, Value> names() {
        return NAMES;
    }

    /** What to write instead of a name of Python's; empty where there is nothing to say. */
    public static String instead(String name) {
        return INSTEAD.getOrDefault(name, "");
    }
}
