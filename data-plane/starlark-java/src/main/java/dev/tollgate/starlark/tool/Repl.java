package dev.tollgate.starlark.tool;

import dev.tollgate.starlark.Environment;
import dev.tollgate.starlark.Outcome;
import dev.tollgate.starlark.Program;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines and runs them. Each input is run with all that went before it: runs are deterministic, so that what went
 * before ends as it did, and only what is new is shown.
 */
final class Repl {
    private final BufferedReader in;
    private final PrintStream out;
    private String history = "";
    private int shown;

    Repl(BufferedReader in, PrintStream out) {
        this.in = in;
        this.out = out;
    }

    void run() throws IOException {
        for (String input = read(); input != null; input = read()) {
            if (!input.isBlank()) {
                eval(input);
            }
        }
    }

    /** A line, or a block up to an empty line; null at the end. */
    private @Nullable String read() throws IOException {
        out.print(">>> ");
        out.flush();
        String line = in.readLine();
        if (line == null || !line.stripTrailing().endsWith(":")) {
            return line == null ? null : line + "\n";
        }
        StringBuilder block = new StringBuilder();
        while (line != null && !line.isBlank()) {
            block.append(line).append('\n');
            out.print("... ");
            out.flush();
            line = in.readLine();
        }
        return block.toString();
    }

    private void eval(String input) {
        Outcome outcome = Program.compile(history + input).run(Environment.empty());
        out.print(outcome.output().substring(Math.min(shown, outcome.output().length())));
        String end = Main.end(outcome);
        if (!end.isEmpty()) {
            out.println(end);
        }
        if (outcome instanceof Outcome.Completed) {
            history += input;
            shown = outcome.output().length();
        }
    }
}
