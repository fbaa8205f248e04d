package dev.tollgate.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The bench's command line. */
@Command(
        name = "bench",
        description = "Measures Tollgate on this machine, as ratios in one run, on loopback alone.",
        mixinStandardHelpOptions = true,
        subcommands = {StubCommand.class, LoadCommand.class, ThroughputCommand.class})
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }
}
