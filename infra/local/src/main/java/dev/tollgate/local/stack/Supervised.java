package dev.tollgate.local.stack;

import dev.tollgate.local.StackFailure;
import dev.tollgate.local.part.DataFolder;
import dev.tollgate.local.part.Part;
import dev.tollgate.local.process.LogFile;
import dev.tollgate.local.process.RunningProcess;
import dev.tollgate.local.process.Watchdog;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** One part and the process that runs it now, if any. */
final class Supervised {
    private static final Duration ASKED_EVERY = Duration.ofMillis(100);

    private final Part part;
    private final DataFolder data;
    private final Watchdog watchdog;
    private final Map<String, String> environment;
    /** Also read, and its process ended, while another thread waits for it to be ready. */
    private volatile @Nullable RunningProcess running;

    Supervised(Part part, DataFolder data, Watchdog watchdog, Map<String, String> environment) {
        this.part = part;
        this.data = data;
        this.watchdog = watchdog;
        this.environment = environment;
    }

    Part part() {
        return part;
    }

    Optional<Long> pid() {
        return Optional.ofNullable(running).filter(RunningProcess::isAlive).map(RunningProcess::pid);
    }

    /** Starts it and returns when it serves. */
    synchronized void start() throws IOException, InterruptedException {
        if (pid().isPresent()) {
            throw new IllegalStateException(part.name() + " runs already");
        }
        part.prepare();
        var process = RunningProcess.start(part.process().with(environment), watchdog);
        running = process;
        awaitReady(process);
        part.onReady();
    }

    private void awaitReady(RunningProcess process) throws IOException, InterruptedException {
        var deadline = Instant.now().plus(part.readyWithin());
        while (!ready()) {
            if (!process.isAlive()) {
                throw failure("ended with status " + process.exitStatus() + " before it was ready");
            }
            if (Instant.now().isAfter(deadline)) {
                throw failure("was not ready within " + part.readyWithin().toSeconds() + " s");
            }
            Thread.sleep(ASKED_EVERY);
        }
    }

    private boolean ready() throws InterruptedException {
        try {
            return part.isReady();
        } catch (IOException _) {
            return false;
        }
    }

    private StackFailure failure(String what) throws IOException {
        var log = data.log(part.name());
        return new StackFailure("%s %s. The end of %s:%n%s".formatted(part.name(), what, log, LogFile.tail(log, 20)));
    }

    /** The status that it ended with; empty if it did not run. */
    OptionalInt stop() throws IOException, InterruptedException {
        var process = running;
        if (process == null) {
            return OptionalInt.empty();
        }
        process.stop();
        return OptionalInt.of(process.exitStatus());
    }

    void kill() throws IOException, InterruptedException {
        var process = running;
        if (process != null) {
            process.kill();
        }
    }
}
