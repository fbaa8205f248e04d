package dev.tollgate.local.cli;

import dev.tollgate.local.fetch.Cache;
import dev.tollgate.local.region.Regions;
import dev.tollgate.local.stack.Extent;
import dev.tollgate.local.stack.LocalStack;
import dev.tollgate.local.stack.StackEnv;
import dev.tollgate.local.stack.StackOptions;
import dev.tollgate.local.stack.Surroundings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Only the backends, for work on a plane that is started by hand. */
@Command(
        name = "backends",
        mixinStandardHelpOptions = true,
        description = "Starts PostgreSQL, Kafka, Keycloak and ClickHouse in the foreground, and prints their addresses"
                + " and credentials as environment variables, also written to DIR/stack.env")
final class BackendsCommand implements Callable<Integer> {
    private static final Regions REGIONS = Regions.onlyDefault(1);

    @Mixin
    private final Folders folders = new Folders();

    @Mixin
    private final PortOptions ports = new PortOptions();

    @Override
    public Integer call() throws Exception {
        try (var progress = ProgressDisplay.here()) {
            var options = new StackOptions(
                    folders.data(),
                    Cache.ofThisUser(),
                    ports.ports(REGIONS),
                    REGIONS,
                    Extent.BACKENDS,
                    progress,
                    Surroundings.NONE);
            try (var stack = LocalStack.start(options)) {
                System.out.print(StackEnv.file(stack.config()));
                System.out.println(
                        "# Ready. Ctrl-C stops everything; " + folders.data().root() + "/stack.env holds the same.");
                System.out.flush();
                new Watch(stack, System.err).untilInterrupted();
            }
        }
        return 0;
    }
}
