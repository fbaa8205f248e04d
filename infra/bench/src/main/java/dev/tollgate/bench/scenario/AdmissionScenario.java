package dev.tollgate.bench.scenario;

import dev.tollgate.bench.admission.Admissions;
import dev.tollgate.bench.report.Report;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Policy and limits of a call, by JMH, with nothing else of a gateway running.
 *
 * @param forks JVMs for each number of limits, one after the other
 */
public record AdmissionScenario(int forks) implements Scenario {
    @Override
    public void run(Report report) throws IOException {
        Path log = Path.of(report.file() + ".log");
        report.progress("some minutes; what JMH does is in " + log);
        report.section("Policy and limits of a call", new Admissions(forks, log).table());
    }
}
