package dev.tollgate.bench;

import dev.tollgate.local.StackFailure;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The bench's command line. */
@Command(
        name = "bench",
        description = "Measures Tollgate on this machine, as ratios in one run, on loopback alone.",
        mixinStandardHelpOptions = true,
        subcommands = {
            RunCommand.class,
            ThroughputCommand.class,
            RevocationCommand.class,
            StartUpCommand.class,
            MemoryCommand.class,
            StreamingCommand.class,
            FanOutCommand.class,
            AdmissionCommand.class,
            ScriptsCommand.class,
            AttacksCommand.class,
            LeaseCommand.class,
            OverloadCommand.class,
            TokensCommand.class,
            SavingsCommand.class,
            LoadCommand.class,
            StubCommand.class
        })
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, _) -> failed(failure, command))
                .execute(arguments));
    }

    /** What a person can act on is told in a line; anything else is a bug and told whole. */
    private static int failed(Exception failure, CommandLine command) {
        if (failure instanceof IOException || failure instanceof StackFailure) {
            command.getErr().println("bench: " + failure.getMessage());
        } else {
            failure.printStackTrace(command.getErr());
        }
        return 1;
    }
}
