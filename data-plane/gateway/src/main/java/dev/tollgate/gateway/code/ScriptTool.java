package dev.tollgate.gateway.code;

import dev.tollgate.gateway.policy.ExposedTool;
import dev.tollgate.starlark.HostFailure;
import dev.tollgate.starlark.HostFunction;
import dev.tollgate.starlark.fault.Nearest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One tool as scripts know it: a function of its server's. Immutable. */
public final class ScriptTool {
    private final ExposedTool tool;
    private final String server;
    private final String name;
    private final String price;
    private final List<Parameter> parameters;
    /** Whether the tool says that it takes arguments which it does not name. */
    private final boolean open;

    private final String result;
    private final Definition definition;
    private final byte[] identity;

    /**
     * @param server as scripts write it, and so {@code name}
     * @param price of a call, in words; empty if it is free
     */
    ScriptTool(ExposedTool tool, String server, String name, String price) {
        this.tool = tool;
        this.server = server;
        this.name = name;
        this.price = price;
        this.definition = Definition.of(tool);
        this.identity = (tool.server().id() + "\n" + tool.exposedName() + "\n").getBytes(StandardCharsets.UTF_8);
        Object input = definition.input();
        StubTypes types = new StubTypes(input);
        Map<String, @Nullable Object> schema = types.resolved(input);
        this.parameters = Parameter.of(schema, types);
        Object more = schema.get("additionalProperties");
        this.open = Boolean.TRUE.equals(more)
                || more instanceof Map<?, ?>
                || parameters.isEmpty() && !Boolean.FALSE.equals(more);
        Object output = definition.output();
        this.result = output == null ? "any" : new StubTypes(output).of(output);
    }

    public ExposedTool tool() {
        return tool;
    }

    /** By which it is told from all other tools, also in a later run of a script; not to be changed. */
    byte[] identity() {
        return identity;
    }

    public String server() {
        return server;
    }

    public String name() {
        return name;
    }

    /** {@code def search(query: str, limit: int = 10) -> dict:  # Finds customers. $0.01 a call}. */
    public String stub() {
        String arguments = Stream.concat(
                        parameters.stream().map(Parameter::text), open ? Stream.of("**more") : Stream.empty())
                .collect(Collectors.joining(", "));
        String words = Stream.of(definition.sentence(), price)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
        return "def " + name + "(" + arguments + ") -> " + result + ":" + (words.isEmpty() ? "" : "  # " + words);
    }

    /** The same as it is called: {@code crm.search(query: str, limit: int = 10) -> dict:  # …}. */
    String call() {
        return server + "." + stub().substring("def ".length());
    }

    /** All that there is to know: what it says, how it is called, and its schemas. */
    public String docs() {
        StringBuilder docs = new StringBuilder(call()).append('\n');
        if (!definition.description().isEmpty()) {
            docs.append('\n').append(definition.description().strip()).append('\n');
        }
        for (String part : List.of("inputSchema", "outputSchema", "annotations")) {
            Object value = definition.members().get(part);
            if (value != null) {
                docs.append('\n')
                        .append(part)
                        .append(": ")
                        .append(JsonData.text(value))
                        .append('\n');
            }
        }
        return docs.toString();
    }

    /**
     * A call's arguments as the tool takes them, a JSON object.
     *
     * @throws HostFailure for what the stub does not have
     */
    byte[] arguments(HostFunction.Arguments given) throws HostFailure {
        if (given.positional().size() > parameters.size()) {
            throw new HostFailure("takes " + parameters.size() + " arguments, and was given "
                    + given.positional().size());
        }
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        for (int i = 0; i < given.positional().size(); i++) {
            put(
                    arguments,
                    parameters.get(i),
                    ScriptValues.java(given.positional().get(i)));
        }
        for (var each : given.named().entrySet()) {
            Parameter parameter = parameter(each.getKey());
            String property = parameter == null ? each.getKey() : parameter.property();
            if (arguments.containsKey(property)) {
                throw new HostFailure("was given " + each.getKey() + " twice");
            }
            if (parameter == null) {
                arguments.put(property, ScriptValues.java(each.getValue()));
            } else {
                put(arguments, parameter, ScriptValues.java(each.getValue()));
            }
        }
        for (Parameter parameter : parameters) {
            if (parameter.isRequired() && !arguments.containsKey(parameter.property())) {
                throw new HostFailure("needs " + parameter.text());
            }
        }
        try {
            return JsonData.text(arguments).getBytes(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new HostFailure(String.valueOf(e.getMessage()));
        }
    }

    /** None in place of what need not be given is nothing, as the stub says. */
    private static void put(Map<String, @Nullable Object> arguments, Parameter parameter, @Nullable Object value) {
        if (value != null || parameter.isRequired() || parameter.nullable()) {
            arguments.put(parameter.property(), value);
        }
    }

    private @Nullable Parameter parameter(String written) throws HostFailure {
        for (Parameter each : parameters) {
            if (each.name().equals(written) || each.property().equals(written)) {
                return each;
            }
        }
        if (open) {
            return null;
        }
        String hint =
                Nearest.hint(written, parameters.stream().map(Parameter::name).toList());
        throw new HostFailure("has no argument " + written + (hint.isEmpty() ? "" : ": " + hint));
    }
}
