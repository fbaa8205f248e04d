package dev.tollgate.starlark.tool;

import dev.tollgate.starlark.Environment;
import dev.tollgate.starlark.Outcome;
import dev.tollgate.starlark.Problem;
import dev.tollgate.starlark.Program;
import dev.tollgate.starlark.meter.Interruption;
import dev.tollgate.starlark.meter.Limits;
import dev.tollgate.starlark.meter.Meter;
import dev.tollgate.starlark.value.None;
import dev.tollgate.starlark.value.Repr;
import dev.tollgate.starlark.value.Value;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code starlark FILE} runs a file; without one, lines are read and run. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        switch (arguments.length) {
            case 0 -> {
                var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
                new Repl(in, out).run();
            }
            case 1 -> System.exit(show(Program.compile(Files.readString(Path.of(arguments[0]))), out));
            default -> {
                out.println("starlark         reads lines and runs them");
                out.println("starlark FILE    runs a file");
                System.exit(2);
            }
        }
    }

    /** Prints what the run printed, then its value or its problem; 0 when it came to its end. */
    static int show(Program program, PrintStream out) {
        Outcome outcome = program.run(Environment.empty());
        out.print(outcome.output());
        String end = end(outcome);
        if (!end.isEmpty()) {
            out.println(end);
        }
        return outcome instanceof Outcome.Completed ? 0 : 1;
    }

    /** The value where there is one, or the problem. */
    static String end(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Completed completed -> shown(completed.value());
            case Outcome.Failed failed -> text(failed.problem());
            case Outcome.LimitReached reached -> text(reached.problem());
            case Outcome.Cancelled cancelled -> text(cancelled.problem());
            case Outcome.Defect _ -> "the interpreter failed";
        };
    }

    private static String shown(Value value) {
        return value == None.NONE ? "" : Repr.repr(new Meter(Limits.standard(), Interruption.none()), value);
    }

    private static String text(Problem problem) {
        return problem.text();
    }
}
