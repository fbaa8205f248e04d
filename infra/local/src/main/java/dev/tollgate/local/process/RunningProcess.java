package dev.tollgate.local.process;

import dev.tollgate.local.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A process of the stack, leader of its own session and process group: its children end with it. */
public final class RunningProcess {
    /**
     * Becomes the program only when a line comes on its input, which is after the watchdog knows of it: should we die
     * before, it ends by itself. A session of its own keeps a terminal's Ctrl-C from it: the stack stops in order.
     */
    private static final List<String> UNTIL_TOLD = List.of("setsid", "sh", "-c", "read -r _ && exec \"$@\"", "sh");

    private static final Pattern FOREIGN = Pattern.compile("(TOLLGATE|KC|QUARKUS(?!_LOG))_.*");

    private final ProcessSpec spec;
    private final Process process;
    private final Watchdog watchdog;

    private RunningProcess(ProcessSpec spec, Process process, Watchdog watchdog) {
        this.spec = spec;
        this.process = process;
        this.watchdog = watchdog;
    }

    /** Starts it; output goes to the end of its log. */
    public static RunningProcess start(ProcessSpec spec, Watchdog watchdog) throws IOException {
        Files.createDirectories(spec.folder());
        LogFile.roll(spec.log());
        var headline = "--- %s starts, %s%n".formatted(spec.name(), Instant.now());
        Files.writeString(spec.log(), headline, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        var argv = new ArrayList<>(UNTIL_TOLD);
        argv.addAll(spec.argv());
        var builder = new ProcessBuilder(argv)
                .directory(spec.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
        builder.environment().keySet().removeIf(RunningProcess::leadsElsewhere);
        builder.environment().putAll(spec.environment());
        var running = new RunningProcess(spec, builder.start(), watchdog);
        watchdog.add(running.pid(), spec.stopBy());
        running.tellToBegin();
        return running;
    }

    /** A shell may hold the addresses of another stack; only this one says where its parts find each other. */
    private static boolean leadsElsewhere(String variable) {
        return FOREIGN.matcher(variable).matches();
    }

    private void tellToBegin() throws IOException {
        var stdin = process.getOutputStream();
        stdin.write('\n');
        stdin.flush();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The status it ended with; only after it ended. */
    public int exitStatus() {
        return process.exitValue();
    }

    /** Asks it to end, waits for its grace, then kills what is left of its group. */
    public void stop() throws IOException, InterruptedException {
        if (spec.stopBy() == StopBy.END_OF_INPUT) {
            process.getOutputStream().close();
        } else {
            Signals.send(spec.stopBy().signal(), pid());
        }
        if (!process.waitFor(spec.stopGrace().toMillis(), TimeUnit.MILLISECONDS)) {
            note("did not stop within " + spec.stopGrace().toSeconds() + " s, and was killed");
        }
        kill();
    }

    /** SIGKILL to the whole group, as the kernel does when memory runs out; returns when it is gone. */
    public void kill() throws IOException, InterruptedException {
        Signals.send("KILL", pid());
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new StackFailure(spec.name() + " (pid " + pid() + ") does not die of SIGKILL");
        }
        watchdog.drop(pid());
    }

    private void note(String text) throws IOException {
        Files.writeString(spec.log(), "--- " + spec.name() + " " + text + "\n", StandardOpenOption.APPEND);
    }
}
