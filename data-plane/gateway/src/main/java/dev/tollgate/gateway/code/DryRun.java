package dev.tollgate.gateway.code;

import dev.tollgate.starlark.Outcome;
import dev.tollgate.starlark.Program;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What a script would call, from its text alone: nothing runs. */
final class DryRun {
    private DryRun() {}

    /** The stubs of all tools that it may call, whatever it does; some it may not. */
    static String of(String code, ScriptTools tools) {
        Program program = Program.compile(code);
        if (program.problem().orElse(null) instanceof Outcome problem) {
            return "It would not run: " + words(problem);
        }
        List<String> lines = new ArrayList<>();
        for (String name : program.externals()) {
            ScriptTools.Namespace namespace = tools.namespaces().get(name);
            if (namespace == null) {
                lines.add(name + " is not defined");
            } else {
                Set<String> used =
                        program.fields(name).orElse(Set.copyOf(namespace.tools().keySet()));
                lines.addAll(lines(namespace, used.stream().sorted().toList()));
            }
        }
        return lines.isEmpty() ? "It would call no tool." : String.join("\n", lines);
    }

    private static List<String> lines(ScriptTools.Namespace namespace, Collection<String> functions) {
        return functions.stream()
                .map(function -> {
                    ScriptTool tool = namespace.tools().get(function);
                    return tool == null ? namespace.name() + "." + function + " does not exist" : tool.call();
                })
                .toList();
    }

    private static String words(Outcome problem) {
        return switch (problem) {
            case Outcome.Failed failed -> failed.problem().text();
            case Outcome.LimitReached reached -> reached.problem().text();
            case Outcome.Cancelled over -> over.problem().text();
            case Outcome.Completed _, Outcome.Defect _ -> "it cannot be compiled";
        };
    }
}
