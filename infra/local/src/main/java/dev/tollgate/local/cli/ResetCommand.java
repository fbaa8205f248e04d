package dev.tollgate.local.cli;

import dev.tollgate.local.StackFailure;
import dev.tollgate.local.fetch.Trees;
import dev.tollgate.local.stack.RunFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Back to nothing. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = "Deletes all data of the stack, after asking; what was downloaded stays")
final class ResetCommand implements Callable<Integer> {
    @Mixin
    private final Folders folders = new Folders();

    @Option(
            names = {"-y", "--yes"},
            description = "do not ask")
    private boolean yes;

    @Override
    public Integer call() throws IOException {
        var data = folders.data();
        if (RunFile.read(data).isPresent()) {
            throw new StackFailure("The stack runs. Stop it first: ./tollgate down");
        }
        if (!Files.exists(data.run("lock"))) {
            System.out.println("There is no stack's data in " + data.root());
            return 0;
        }
        if (!yes && !confirmed("Delete all data in " + data.root() + "? [y/N] ")) {
            System.out.println("Nothing was deleted.");
            return 1;
        }
        Trees.delete(data.root());
        System.out.println("Deleted " + data.root());
        return 0;
    }

    private static boolean confirmed(String question) {
        var console = System.console();
        if (console == null) {
            throw new StackFailure("There is nobody to ask; ./tollgate reset --yes does not ask.");
        }
        var answer = console.readLine("%s", question);
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
