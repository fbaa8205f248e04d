package dev.tollgate.local.cli;

import dev.tollgate.local.StackFailure;
import dev.tollgate.local.stack.RunFile;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops what another shell started. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stops everything that ./tollgate up started; the data stays")
final class DownCommand implements Callable<Integer> {
    private static final int WITHIN_SECONDS = 90;

    @Mixin
    private final Folders folders = new Folders();

    @Override
    public Integer call() throws Exception {
        var process = RunFile.read(folders.data()).flatMap(RunFile::process);
        if (process.isEmpty()) {
            System.out.println("Nothing runs in " + folders.data().root());
            return 0;
        }
        process.get().destroy();
        try {
            process.get().onExit().get(WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new StackFailure(
                    "Process %d has not stopped within %d s."
                            .formatted(process.get().pid(), WITHIN_SECONDS),
                    e);
        }
        System.out.println("Stopped. The data stays in " + folders.data().root());
        return 0;
    }
}
