package dev.tollgate.gateway.code;

import dev.tollgate.model.config.StubBinding;
import dev.tollgate.starlark.fault.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tree of files in which scripts' tools stand: {@code servers/crm.pyi}, or {@code servers/crm/search.pyi}. */
public final class StubFiles {
    private static final String ROOT = "servers/";
    private static final String EXTENSION = ".pyi";

    private final SequencedMap<String, List<String>> files;

    private StubFiles(SequencedMap<String, List<String>> files) {
        this.files = files;
    }

    static StubFiles of(Collection<ScriptTools.Namespace> namespaces) {
        SequencedMap<String, List<String>> files = new TreeMap<>();
        for (ScriptTools.Namespace each : namespaces) {
            Collection<ScriptTool> tools = each.tools().values();
            switch (each.stubs()) {
                case StubBinding.SERVER -> files.put(ROOT + each.name() + EXTENSION, lines(tools));
                case StubBinding.TOOL ->
                    tools.forEach(tool ->
                            files.put(ROOT + each.name() + "/" + tool.name() + EXTENSION, lines(List.of(tool))));
            }
        }
        return new StubFiles(files);
    }

    private static List<String> lines(Collection<ScriptTool> tools) {
        ScriptTool example = tools.iterator().next();
        return Stream.concat(
                        Stream.of("# call as " + example.server() + "." + example.name() + "(…)"),
                        tools.stream().map(ScriptTool::stub))
                .toList();
    }

    /** What came of reading. */
    public sealed interface Reading {
        record Text(String text) implements Reading {}

        /** @param words for whoever asked */
        record Refused(String words) implements Reading {}
    }

    /** All of them, one a line. */
    public String list() {
        return String.join("\n", files.keySet());
    }

    /**
     * @param startLine from 1; absent for the first
     * @param endLine with that line; absent for the last
     */
    public Reading read(String fileName, @Nullable Integer startLine, @Nullable Integer endLine) {
        List<String> lines = files.get(fileName);
        if (lines == null) {
            String hint = Nearest.hint(fileName, List.copyOf(files.keySet()));
            return new Reading.Refused("There is no file " + Request.shown(fileName)
                    + (hint.isEmpty() ? ": see listToolFiles." : ": " + hint));
        }
        int from = startLine == null ? 1 : startLine;
        int to = endLine == null ? lines.size() : Math.min(endLine, lines.size());
        return from < 1 || from > to
                ? new Reading.Refused(fileName + " has lines 1 to " + lines.size() + ".")
                : new Reading.Text(String.join("\n", lines.subList(from - 1, to)));
    }
}
