package dev.tollgate.gateway.policy;

import dev.tollgate.gateway.token.ListedTool;
import dev.tollgate.model.config.ToolMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A tool of Tollgate's own, listed in place of tools that are shown by it. Its definition is read by models with every
 * request, and so has few words.
 */
public enum MetaTool implements ListedTool {
    LIST_TOOL_FILES(
            ToolMode.CODE,
            "listToolFiles",
            "Lists the stub files of the tools that executeToolCode can call.",
            "{\"type\":\"object\"}",
            true),
    READ_TOOL_FILE(
            ToolMode.CODE,
            "readToolFile",
            "Reads a stub file.",
            "{\"type\":\"object\",\"properties\":{\"fileName\":{\"type\":\"string\"},"
                    + "\"startLine\":{\"type\":\"integer\"},\"endLine\":{\"type\":\"integer\"}},\"required\":[\"fileName\"]}",
            true),
    GET_TOOL_DOCS(
            ToolMode.CODE,
            "getToolDocs",
            "All docs of one tool.",
            "{\"type\":\"object\",\"properties\":{\"server\":{\"type\":\"string\"},\"tool\":{\"type\":\"string\"}},"
                    + "\"required\":[\"server\",\"tool\"]}",
            true),
    EXECUTE_TOOL_CODE(
            ToolMode.CODE,
            "executeToolCode",
            "Runs Starlark (like Python; no import, while, try, recursion). Call tools as server.tool(arg=value); they"
                    + " return data. Gives back `result` or the last expression, and what is printed. A tool that fails"
                    + " ends the script, unless called by r = try_call(f, x): r.ok, r.value, r.error."
                    + " parallel([lambda: f(x), ...]) calls side by side. json.encode/decode. dryRun lists the tools that"
                    + " it may call.",
            "{\"type\":\"object\",\"properties\":{\"code\":{\"type\":\"string\"},\"dryRun\":{\"type\":\"boolean\"}},"
                    + "\"required\":[\"code\"]}",
            false),
    SEARCH_TOOLS(
            ToolMode.SEARCH,
            "searchTools",
            "Finds tools by words, best first, for executeTool.",
            "{\"type\":\"object\",\"properties\":{\"query\":{\"type\":\"string\"},\"server\":{\"type\":\"string\"},"
                    + "\"limit\":{\"type\":\"integer\"}},\"required\":[\"query\"]}",
            true),
    GET_TOOL_DETAILS(
            ToolMode.SEARCH,
            "getToolDetails",
            "The definition of a tool.",
            "{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"}},\"required\":[\"name\"]}",
            true),
    EXECUTE_TOOL(
            ToolMode.SEARCH,
            "executeTool",
            "Calls a tool.",
            "{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"},\"arguments\":{\"type\":\"object\"}},"
                    + "\"required\":[\"name\"]}",
            false);

    private static final Map<String, MetaTool> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(MetaTool::exposedName, Function.identity()));

    private final ToolMode mode;
    private final String exposedName;
    private final byte[] definition;

    MetaTool(ToolMode mode, String exposedName, String description, String inputSchema, boolean readOnly) {
        this.mode = mode;
        this.exposedName = exposedName;
        String annotations = readOnly ? ",\"annotations\":{\"readOnlyHint\":true}" : "";
        this.definition = ("{\"name\":\"" + exposedName + "\",\"description\":\"" + description + "\",\"inputSchema\":"
                        + inputSchema + annotations + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The one of this name; null if there is none. */
    public static @Nullable MetaTool named(String name) {
        return BY_NAME.get(name);
    }

    /** Of the tools that it stands for. */
    public ToolMode mode() {
        return mode;
    }

    public String exposedName() {
        return exposedName;
    }

    @Override
    public Object sameText() {
        return this;
    }

    @Override
    public int definitionBytes() {
        return definition.length;
    }

    @Override
    public byte[] definition() {
        return definition.clone();
    }
}
