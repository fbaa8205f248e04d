package dev.tollgate.bench;

import dev.tollgate.bench.report.Report;
import dev.tollgate.bench.scenario.Scenario;
import dev.tollgate.local.stack.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command that runs scenarios and writes their report. */
abstract sealed class ScenarioCommand implements Callable<Integer>
        permits ThroughputCommand,
                RevocationCommand,
                StartUpCommand,
                MemoryCommand,
                StreamingCommand,
                FanOutCommand,
                AdmissionCommand,
                ScriptsCommand,
                AttacksCommand,
                LeaseCommand,
                OverloadCommand,
                TokensCommand,
                SavingsCommand,
                RunCommand {
    @Option(names = "--report", description = "Where the report is written (default: infra/bench/target/<command>.md).")
    private @Nullable Path file;

    abstract String name();

    abstract List<Scenario> scenarios();

    @Override
    public final Integer call() throws Exception {
        Path target = Repository.root().resolve("infra/bench/target");
        Report report = new Report(System.out, file == null ? target.resolve(name() + ".md") : file);
        for (Scenario scenario : scenarios()) {
            scenario.run(report);
        }
        report.progress("report: " + report.file());
        return 0;
    }
}
