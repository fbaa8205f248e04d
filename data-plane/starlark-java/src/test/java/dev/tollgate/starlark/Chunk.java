package dev.tollgate.starlark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A chunk of a suite: a script that is to succeed, or to fail with an error that one of the expressions finds. Files hold
 * several with {@code ---} between; {@code ### regex} marks the error, {@code ### java: regex} that of one implementation,
 * of which Java's and Go's are ours too.
 */
record Chunk(String file, int line, String script, List<String> expected) {
    private static final String PRELUDE = "def assert_eq(x, y):\n"
            + "    if x != y: fail(\"%r != %r\" % (x, y))\n"
            + "def assert_ne(x, y):\n"
            + "    if x == y: fail(\"%r == %r\" % (x, y))\n"
            + "def assert_(x, msg = \"assertion failed\"):\n"
            + "    if not x: fail(msg)\n";
    private static final Pattern EXPECTED = Pattern.compile("###\\s*(?:(java|go|rust):)?\\s*(.*)");

    static List<Chunk> in(Path folder) throws IOException {
        List<Chunk> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".star")).sorted().toList()) {
                all.addAll(parse(folder.relativize(file).toString(), Files.readString(file)));
            }
        }
        return all;
    }

    private static List<Chunk> parse(String file, String text) {
        List<Chunk> chunks = new ArrayList<>();
        int line = 1;
        for (String script : text.split("(?m)^---\\n", -1)) {
            List<String> expected = new ArrayList<>();
            Matcher matcher = EXPECTED.matcher(script);
            while (matcher.find()) {
                if (!"rust".equals(matcher.group(1))) {
                    expected.add(matcher.group(2).strip());
                }
            }
            chunks.add(new Chunk(file, line, script, expected));
            line += (int) script.chars().filter(c -> c == '\n').count() + 1;
        }
        return chunks;
    }

    /** Why the chunk did not end as it should; empty where it did. */
    Optional<String> miss() {
        Outcome outcome = Program.compile(PRELUDE + script).run(Environment.empty());
        String problem = switch (outcome) {
            case Outcome.Completed _ -> "";
            case Outcome.Failed failed -> said(failed.problem());
            case Outcome.LimitReached reached -> said(reached.problem());
            case Outcome.Cancelled cancelled -> said(cancelled.problem());
            case Outcome.Defect _ -> "DEFECT";
        };
        boolean met = expected.isEmpty() ? problem.isEmpty() : expected.stream().anyMatch(e -> finds(e, problem));
        return met
                ? Optional.empty()
                : Optional.of(file + ":" + line + ": want " + (expected.isEmpty() ? "success" : expected) + ", got "
                        + (problem.isEmpty() ? "success" : problem));
    }

    /** Without the source line, in which the expectation stands. */
    private static String said(Problem problem) {
        return problem.message() + "\n" + problem.hint();
    }

    private static boolean finds(String regex, String problem) {
        // Python, which the suite is written for, takes a lonely brace for itself.
        String braces = regex.replace("{", "\\{").replace("}", "\\}");
        return !problem.isEmpty()
                && Pattern.compile(braces.toLowerCase(Locale.ROOT))
                        .matcher(problem.toLowerCase(Locale.ROOT))
                        .find();
    }
}
