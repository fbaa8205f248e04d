package dev.tollgate.bench.scenario;

import dev.tollgate.bench.report.Report;
import dev.tollgate.bench.script.ScriptFigures;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The gateway's own part of scripts, by JMH, with nothing else of a gateway running.
 *
 * @param forks JVMs for each kind of warm script and way to measure it, one after the other
 * @param starts JVMs whose first script is looked at
 */
public record ScriptsScenario(int forks, int starts) implements Scenario {
    @Override
    public void run(Report report) throws IOException {
        Path log = Path.of(report.file() + ".log");
        report.progress("two minutes; what JMH does is in " + log + ".*");
        ScriptFigures figures = new ScriptFigures(forks, starts, log);
        report.section("Scripts that were run before", figures.warm());
        report.section("First scripts", figures.first());
        report.section("Scripts under way at once", figures.inFlight());
    }
}
