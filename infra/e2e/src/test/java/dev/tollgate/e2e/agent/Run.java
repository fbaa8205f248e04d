package dev.tollgate.e2e.agent;

import dev.tollgate.e2e.stack.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A client's process, run to its end.
 *
 * @param status zero is success
 * @param output its standard output
 * @param complaints its standard error
 */
public record Run(int status, String output, String complaints) {
    private static final int MINUTES_MAX = 2;

    public static Run of(List<String> argv, String input) throws IOException, InterruptedException {
        // A home of its own, so that no client finds or leaves settings of the person who runs the suite.
        var home = Files.createDirectories(Workplace.target().resolve("agent-home"));
        var output = Files.createTempFile(home, "run", ".out");
        var complaints = Files.createTempFile(home, "run", ".err");
        var builder = new ProcessBuilder(argv).redirectOutput(output.toFile()).redirectError(complaints.toFile());
        builder.environment().put("HOME", home.toString());
        var process = builder.start();
        try (var stdin = process.outputWriter()) {
            stdin.write(input);
        }
        if (!process.waitFor(MINUTES_MAX, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(argv + " did not end; it said " + Files.readString(complaints));
        }
        return new Run(process.exitValue(), Files.readString(output), Files.readString(complaints));
    }
}
