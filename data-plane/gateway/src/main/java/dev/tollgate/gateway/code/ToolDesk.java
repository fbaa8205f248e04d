package dev.tollgate.gateway.code;

import dev.tollgate.gateway.meter.PriceList;
import dev.tollgate.gateway.policy.ExposedTool;
import dev.tollgate.gateway.policy.MetaTool;
import dev.tollgate.gateway.policy.ShownTools;
import dev.tollgate.model.config.ToolMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers calls of Tollgate's own tools, as far as that is reading: files, docs and searches. Takes moments; to be asked off event loops. */
public final class ToolDesk {
    private static final int FOUND_USUAL = 5;
    private static final int FOUND_MAX = 20;
    private static final int QUERY_CHARS_MAX = 1_000;

    private final ToolIndexes indexes = new ToolIndexes();

    /** What becomes of a call. */
    public sealed interface Outcome {
        /** It is answered. */
        record Text(String text) implements Outcome {}

        /**
         * It makes no sense.
         *
         * @param words for the model that asked
         */
        record Wrong(String words) implements Outcome {}

        /** A script is to be run. */
        record Run(String code, ScriptTools tools) implements Outcome {}

        /** A tool is to be called, with the arguments that stand within these, if any do. */
        record Call(ExposedTool tool) implements Outcome {}
    }

    /**
     * @param arguments a JSON object
     */
    public Outcome ask(MetaTool tool, byte[] arguments, ShownTools shown, PriceList prices) {
        Map<String, @Nullable Object> given;
        try {
            given = JsonShape.object(JsonData.read(arguments));
        } catch (IOException e) {
            return new Outcome.Wrong(
                    "The arguments are beyond what is read: they nest too deep, or hold too long a number.");
        }
        try {
            Request request = new Request(given);
            return switch (tool) {
                case LIST_TOOL_FILES ->
                    new Outcome.Text(scripts(shown, prices).files().list());
                case READ_TOOL_FILE -> read(request, scripts(shown, prices));
                case GET_TOOL_DOCS -> docs(request, scripts(shown, prices));
                case EXECUTE_TOOL_CODE -> execute(request, scripts(shown, prices));
                case SEARCH_TOOLS -> search(request, shown, prices);
                case GET_TOOL_DETAILS -> details(request, shown);
                case EXECUTE_TOOL -> call(request, shown);
            };
        } catch (Request.Bad e) {
            return new Outcome.Wrong(tool.exposedName() + " " + e.getMessage() + ".");
        }
    }

    private static ScriptTools scripts(ShownTools shown, PriceList prices) {
        return shown.derived(
                ScriptTools.class, tools -> ScriptTools.of(tools.of(ToolMode.CODE), prices, Instant.now()));
    }

    private static Outcome read(Request request, ScriptTools tools) throws Request.Bad {
        return switch (tools.files()
                .read(request.text("fileName"), request.number("startLine"), request.number("endLine"))) {
            case StubFiles.Reading.Text text -> new Outcome.Text(text.text());
            case StubFiles.Reading.Refused refused -> new Outcome.Wrong(refused.words());
        };
    }

    private static Outcome docs(Request request, ScriptTools tools) throws Request.Bad {
        String server = request.text("server");
        String name = request.text("tool");
        ScriptTool tool = tools.find(server, name);
        return tool == null
                ? new Outcome.Wrong("There is no tool " + Request.shown(server + "." + name) + ": see listToolFiles.")
                : new Outcome.Text(tool.docs());
    }

    private static Outcome execute(Request request, ScriptTools tools) throws Request.Bad {
        String code = request.text("code");
        return request.flag("dryRun") ? new Outcome.Text(DryRun.of(code, tools)) : new Outcome.Run(code, tools);
    }

    private Outcome search(Request request, ShownTools shown, PriceList prices) throws Request.Bad {
        String query = request.text("query");
        if (query.length() > QUERY_CHARS_MAX) {
            return new Outcome.Wrong("A query has at most " + QUERY_CHARS_MAX + " characters.");
        }
        Integer limit = request.number("limit");
        List<ExposedTool> tools = shown.of(ToolMode.SEARCH);
        List<Integer> found = indexes.of(tools)
                .find(
                        query,
                        request.optionalText("server"),
                        Math.clamp(limit == null ? FOUND_USUAL : limit, 1, FOUND_MAX));
        return new Outcome.Text(
                found.isEmpty()
                        ? "Nothing found. Try other words."
                        : found.stream()
                                .map(place -> line(tools.get(place), prices))
                                .collect(Collectors.joining("\n")));
    }

    /** Its name, its arguments, what it does and what it costs. */
    private static String line(ExposedTool tool, PriceList prices) {
        Definition definition = Definition.of(tool);
        String words = Stream.of(definition.sentence(), ScriptTools.price(tool, prices, Instant.now()))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
        return tool.exposedName() + " " + new StubTypes(definition.input()).of(definition.input())
                + (words.isEmpty() ? "" : "  # " + words);
    }

    private static Outcome details(Request request, ShownTools shown) throws Request.Bad {
        String name = request.text("name");
        ExposedTool tool = find(shown, name);
        return tool == null ? unknown(name) : new Outcome.Text(new String(tool.definition(), StandardCharsets.UTF_8));
    }

    private static Outcome call(Request request, ShownTools shown) throws Request.Bad {
        String name = request.text("name");
        ExposedTool tool = find(shown, name);
        request.checkObject("arguments");
        return tool == null ? unknown(name) : new Outcome.Call(tool);
    }

    private static @Nullable ExposedTool find(ShownTools shown, String name) {
        return shown.of(ToolMode.SEARCH).stream()
                .filter(tool -> tool.exposedName().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static Outcome unknown(String name) {
        return new Outcome.Wrong("There is no tool " + Request.shown(name) + ": see searchTools.");
    }
}
