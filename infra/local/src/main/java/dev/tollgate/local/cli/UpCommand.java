package dev.tollgate.local.cli;

import dev.tollgate.local.demo.Demo;
import dev.tollgate.local.demo.DemoTenant;
import dev.tollgate.local.demo.Welcome;
import dev.tollgate.local.fetch.Cache;
import dev.tollgate.local.region.Regions;
import dev.tollgate.local.stack.Extent;
import dev.tollgate.local.stack.LocalStack;
import dev.tollgate.local.stack.Progress;
import dev.tollgate.local.stack.StackOptions;
import dev.tollgate.local.stack.Surroundings;
import java.util.List;
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
    @Mixin
    private final Folders folders = new Folders();

    @Mixin
    private final PortOptions ports = new PortOptions();

    @Option(
            names = "--regions",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "local",
            description = "the regions, separated by commas; the demo's tenant is at home in the first")
    private List<String> regions = List.of();

    @Option(
            names = "--gateways",
            paramLabel = "N",
            split = ",",
            defaultValue = "1",
            description =
                    "how many gateways each region has, or as many numbers as there are regions; 8 in all at most")
    private List<Integer> gateways = List.of();

    @Override
    public Integer call() throws Exception {
        var wanted = Regions.of(regions, gateways);
        try (var progress = ProgressDisplay.here()) {
            var options = new StackOptions(
                    folders.data(),
                    Cache.ofThisUser(),
                    ports.ports(wanted),
                    wanted,
                    Extent.PLANES,
                    progress,
                    Surroundings.NONE);
            try (var stack = LocalStack.start(options)) {
                var demo = seed(stack, progress);
                System.out.print(Welcome.text(stack, demo));
                System.out.flush();
                new Watch(stack, System.err).untilInterrupted();
            }
        }
        return 0;
    }

    private static Demo seed(LocalStack stack, Progress progress) throws Exception {
        progress.begins("demo tenant", "starting");
        var demo = DemoTenant.seed(stack);
        progress.ends("demo tenant", "starting");
        return demo;
    }
}
