package dev.tollgate.starlark;

import dev.tollgate.starlark.meter.Interruption;
import dev.tollgate.starlark.meter.Limits;
import dev.tollgate.starlark.meter.Usage;
import dev.tollgate.starlark.value.Parallelism;

/** Short ways to run a script in a test. */
final class Runs {
    private static final Outcome NOT_RUN = new Outcome.Defect("", new Usage(0, 0, 0));

    private Runs() {}

    static Outcome run(String script) {
        return run(script, Limits.standard());
    }

    static Outcome run(String script, Limits limits) {
        return run(script, limits, Environment.empty());
    }

    static Outcome run(String script, Limits limits, Environment environment) {
        return Program.compile(script).run(environment, limits, Interruption.none(), Parallelism.sequential());
    }

    /** On a thread whose stack has so many bytes. */
    static Outcome onStack(long bytes, String script) throws InterruptedException {
        Outcome[] outcome = {NOT_RUN};
        Thread thread = new Thread(null, () -> outcome[0] = run(script), "small stack", bytes);
        thread.start();
        thread.join();
        return outcome[0];
    }

    static String value(String script) {
        return value(run(script));
    }

    static String value(Outcome outcome) {
        if (outcome instanceof Outcome.Completed completed) {
            return String.valueOf(Data.toJava(completed.value()));
        }
        throw new AssertionError(outcome);
    }

    static Problem problem(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Failed failed -> failed.problem();
            case Outcome.LimitReached reached -> reached.problem();
            case Outcome.Cancelled cancelled -> cancelled.problem();
            case Outcome.Completed _, Outcome.Defect _ -> throw new AssertionError(outcome);
        };
    }
}
