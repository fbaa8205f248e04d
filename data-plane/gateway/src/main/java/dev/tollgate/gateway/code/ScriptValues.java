package dev.tollgate.gateway.code;

import dev.tollgate.starlark.Data;
import dev.tollgate.starlark.HostFailure;
import dev.tollgate.starlark.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What passes between tools and scripts: MCP's results as values, and values as data. */
final class ScriptValues {
    private static final int ERROR_CHARS_MAX = 2_000;

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
     * what there is of content in a list.
     *
     * @param result of {@code tools/call}, a JSON object
     * @throws HostFailure if the tool says that it failed, or what it says cannot be a value
     */
    static Value of(byte[] result) throws HostFailure {
        try {
            Map<String, @Nullable Object> members = JsonShape.object(JsonData.read(result));
            List<?> content = JsonShape.list(members.get("content"));
            if (Boolean.TRUE.equals(members.get("isError"))) {
                throw new HostFailure(error(content));
            }
            if ("input_required".equals(members.get("resultType"))) {
                throw new HostFailure("asks for more input, which cannot be given in the middle of a script");
            }
            Object structured = members.get("structuredContent");
            return Data.of(structured != null ? structured : content(content));
        } catch (IOException | IllegalArgumentException e) {
            throw new HostFailure("answered with what no script can hold");
        }
    }

    private static @Nullable Object content(List<?> content) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Object each : content) {
            Map<String, @Nullable Object> item = JsonShape.object(each);
            values.add("text".equals(item.get("type")) ? text(JsonShape.text(item.get("text"))) : item);
        }
        return values.size() > 1 ? values : values.isEmpty() ? null : values.getFirst();
    }

    /** A number or a word alone stays text: tools that answer in text would answer in two types otherwise. */
    private static @Nullable Object text(String text) {
        String bare = text.strip();
        if (bare.startsWith("{") || bare.startsWith("[")) {
            try {
                return JsonData.read(bare);
            } catch (IOException e) {
                return text;
            }
        }
        return text;
    }

    private static String error(List<?> content) {
        String words = content.stream()
                .map(each -> JsonShape.text(JsonShape.object(each).get("text")))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
        return words.isEmpty()
                ? "failed"
                : words.length() <= ERROR_CHARS_MAX ? words : words.substring(0, ERROR_CHARS_MAX) + "…";
    }
}
