package dev.tollgate.gateway.code;

import dev.tollgate.starlark.Data;
import dev.tollgate.starlark.HostFailure;
import dev.tollgate.starlark.Intake;
import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.lib.JsonDecoder;
import dev.tollgate.starlark.value.Bool;
import dev.tollgate.starlark.value.ListValue;
import dev.tollgate.starlark.value.None;
import dev.tollgate.starlark.value.Str;
import dev.tollgate.starlark.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What passes between tools and scripts: MCP's results as values, and values as data. */
final class ScriptValues {
    private static final int ERROR_CHARS_MAX = 2_000;
    private static final int NOWHERE = -1;

    private ScriptValues() {}

    static @Nullable Object java(Value value) throws HostFailure {
        try {
            return Data.toJava(value);
        } catch (IllegalArgumentException e) {
            throw new HostFailure(String.valueOf(e.getMessage()));
        }
    }

    /**
     * The value of a tool's result: its structured content, or else its one text as the JSON that it is or as text, or else
     * what there is of content in a list. What is not needed is made no value.
     *
     * @param result of {@code tools/call}, a JSON object
     * @throws HostFailure if the tool says that it failed, or what it says cannot be a value
     */
    static Value of(byte[] result, Intake intake) throws HostFailure {
        try {
            return value(intake.json(result), intake);
        } catch (ScriptFault wrong) {
            throw new HostFailure("answered with what no script can hold");
        }
    }

    private static Value value(JsonDecoder json, Intake intake) throws HostFailure {
        int content = NOWHERE;
        Value structured = None.NONE;
        Value failed = None.NONE;
        Value type = None.NONE;
        boolean object = json.enterObject();
        for (String name = object ? json.member() : null; name != null; name = json.member()) {
            switch (name) {
                case "content" -> content = json.skip();
                case "structuredContent" -> structured = json.value();
                case "isError" -> failed = json.value();
                case "resultType" -> type = json.value();
                default -> json.skip();
            }
        }
        if (!object) {
            json.skip();
        }
        json.end();
        if (failed == Bool.TRUE) {
            throw new HostFailure(error(items(json, content), intake));
        }
        if (type instanceof Str text && text.value().equals("input_required")) {
            throw new HostFailure("asks for more input, which cannot be given in the middle of a script");
        }
        return structured == None.NONE ? content(items(json, content), intake) : structured;
    }

    private static List<Value> items(JsonDecoder json, int place) {
        return place != NOWHERE && json.at(place) instanceof ListValue list ? List.of(list.toArray()) : List.of();
    }

    private static Value content(List<Value> items, Intake intake) {
        List<Value> values = new ArrayList<>();
        for (Value item : items) {
            values.add("text".equals(text(item, "type", intake)) ? text(text(item, "text", intake), intake) : item);
        }
        return values.size() > 1 ? intake.list(values) : values.isEmpty() ? None.NONE : values.getFirst();
    }

    /** A number or a word alone stays text: tools that answer in text would answer in two types otherwise. */
    private static Value text(String text, Intake intake) {
        String bare = text.strip();
        if (bare.startsWith("{") || bare.startsWith("[")) {
            try {
                return intake.json(bare).whole();
            } catch (ScriptFault wrong) {
                return Str.of(text);
            }
        }
        return Str.of(text);
    }

    /** The member's text; empty if it has none. */
    private static String text(Value item, String member, Intake intake) {
        return intake.member(item, member) instanceof Str text ? text.value() : "";
    }

    private static String error(List<Value> items, Intake intake) {
        String words = items.stream()
                .map(item -> text(item, "text", intake))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
        return words.isEmpty()
                ? "failed"
                : words.length() <= ERROR_CHARS_MAX ? words : words.substring(0, ERROR_CHARS_MAX) + "…";
    }
}
