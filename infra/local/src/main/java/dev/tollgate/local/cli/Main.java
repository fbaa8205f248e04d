package dev.tollgate.local.cli;

import dev.tollgate.local.StackFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The launcher's own program; {@code ./tollgate} finds a JDK, builds, and calls it. */
@Command(
        name = "tollgate",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Runs Tollgate on this machine.",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            ResetCommand.class,
            BackendsCommand.class
        },
        footer = {
            "",
            "  test      Builds everything and runs every test, installing what it may of",
            "              what they need",
            "  bench     Measures throughput, latency, start-up, memory and revocation"
        })
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        var status = new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, command, _) -> tell(failure, command))
                .execute(arguments);
        System.exit(status);
    }

    /** A failure that was foreseen is told in its own words; any other is a defect, with its trace. */
    private static int tell(Exception failure, CommandLine command) throws Exception {
        if (failure instanceof StackFailure || failure instanceof IllegalArgumentException) {
            command.getErr().println(failure.getMessage());
            return 1;
        }
        throw failure;
    }
}
