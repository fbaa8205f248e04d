package dev.tollgate.bench.scenario;

import dev.tollgate.bench.report.Report;
import java.io.IOException;

/** One measurement. It starts what it needs, on loopback, and ends it again. */
public interface Scenario {
    /**
     * Measures and reports.
     *
     * @throws IOException if something could not be started or answered wrongly; what was started is ended
     */
    void run(Report report) throws IOException, InterruptedException;
}
