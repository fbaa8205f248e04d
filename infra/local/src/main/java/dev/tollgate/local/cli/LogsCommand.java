package dev.tollgate.local.cli;

import dev.tollgate.local.StackFailure;
import dev.tollgate.local.process.LogFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A part's own output. */
@Command(name = "logs", mixinStandardHelpOptions = true, description = "Shows the end of a part's log")
final class LogsCommand implements Callable<Integer> {
    private static final Duration LOOKS_EVERY = Duration.ofMillis(200);

    @Mixin
    private final Folders folders = new Folders();

    @Parameters(paramLabel = "NAME", description = "the part, as ./tollgate status names it")
    private String name = "";

    @Option(names = "-n", paramLabel = "LINES", defaultValue = "50", description = "how many lines of it")
    private int lines = 50;

    @Option(
            names = {"-f", "--follow"},
            description = "go on showing what is added")
    private boolean follow;

    @Override
    public Integer call() throws Exception {
        var logs = folders.data().root().resolve("logs");
        var log = logs.resolve(name + ".log").normalize();
        if (!log.startsWith(logs) || !Files.exists(log)) {
            throw new StackFailure("There is no log of " + name + "; there are: " + known(logs));
        }
        var end = Files.size(log);
        System.out.println(LogFile.tail(log, lines));
        while (follow) {
            Thread.sleep(LOOKS_EVERY);
            end = copyFrom(log, end);
        }
        return 0;
    }

    /** Copies what was added since, or all of it when the log was begun anew, and returns where it ends now. */
    private static long copyFrom(Path log, long end) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(file.length() < end ? 0 : end);
            var added = new byte[(int) Math.min(file.length() - file.getFilePointer(), 1 << 20)];
            file.readFully(added);
            System.out.write(added);
            System.out.flush();
            return file.getFilePointer();
        }
    }

    private static String known(Path logs) throws IOException {
        if (!Files.exists(logs)) {
            return "none yet";
        }
        try (var files = Files.list(logs)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".log"))
                    .map(file -> file.substring(0, file.length() - ".log".length()))
                    .sorted()
                    .collect(Collectors.joining(", "));
        }
    }
}
