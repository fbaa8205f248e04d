package dev.tollgate.local.process;

import dev.tollgate.local.StackFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program that runs to its end; anything but success is a {@link StackFailure} that shows the end of its output.
 *
 * @param environment added to this process's own
 * @param folder where it runs, else here
 * @param log where its output is added
 */
public record Command(List<String> argv, Map<String, String> environment, Optional<Path> folder, Path log) {
    public Command {
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
    }

    /** Runs with nothing on its standard input. */
    public void run() throws IOException, InterruptedException {
        run("");
    }

    /** Runs with {@code input} on its standard input. */
    public void run(String input) throws IOException, InterruptedException {
        var process = spawn();
        try (var stdin = process.outputWriter()) {
            stdin.write(input);
        }
        try {
            var status = process.waitFor();
            if (status != 0) {
                throw new StackFailure("%s ended with status %d. The end of %s:%n%s"
                        .formatted(argv.getFirst(), status, log, LogFile.tail(log, 15)));
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private Process spawn() {
        var builder = new ProcessBuilder(argv).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        folder.map(Path::toFile).ifPresent((File f) -> builder.directory(f));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new StackFailure(argv.getFirst() + " cannot be run here: " + e.getMessage(), e);
        }
    }
}
