package dev.tollgate.local.cli;

import dev.tollgate.local.demo.DemoTenant;
import dev.tollgate.local.demo.Welcome;
import dev.tollgate.local.fetch.Cache;
import dev.tollgate.local.stack.Extent;
import dev.tollgate.local.stack.LocalStack;
import dev.tollgate.local.stack.Progress;
import dev.tollgate.local.stack.StackOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Everything, with the demo tenant, until it is stopped. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Starts everything, with a demo tenant, and runs until Ctrl-C or ./tollgate down")
final class UpCommand implements Callable<Integer> {
    private static final int GATEWAYS_MAX = 8;

    @Mixin
    private final Folders folders = new Folders();

    @Mixin
    private final PortOptions ports = new PortOptions();

    @Option(names = "--gateways", paramLabel = "N", defaultValue = "1", description = "how many gateways, 1 to 8")
    private int gateways = 1;

    @Override
    public Integer call() throws Exception {
        if (gateways < 1 || gateways > GATEWAYS_MAX) {
            throw new IllegalArgumentException("--gateways takes 1 to " + GATEWAYS_MAX + ", not " + gateways);
        }
        try (var progress = ProgressDisplay.here()) {
            var options = new StackOptions(
                    folders.data(), Cache.ofThisUser(), ports.ports(gateways), Extent.PLANES, progress);
            try (var stack = LocalStack.start(options)) {
                var key = seed(stack, progress);
                System.out.print(Welcome.text(stack, key));
                System.out.flush();
                new Watch(stack, System.err).untilInterrupted();
            }
        }
        return 0;
    }

    private static String seed(LocalStack stack, Progress progress) throws Exception {
        progress.begins("demo tenant", "starting");
        var key = DemoTenant.seed(stack);
        progress.ends("demo tenant", "starting");
        return key;
    }
}
