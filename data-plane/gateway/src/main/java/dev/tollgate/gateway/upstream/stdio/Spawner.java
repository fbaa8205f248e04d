package dev.tollgate.gateway.upstream.stdio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts processes that cannot outlive the gateway: each leads a session (and so a process group) of its own and is
 * killed by the kernel when the gateway dies, even by SIGKILL. The kernel watches the thread that started a process, so
 * all are started from one thread that lives as long as the gateway.
 */
final class Spawner implements AutoCloseable {
    /** Of one process; what a server of this kind needs is a small part of it. */
    private static final int OPEN_FILES_MAX = 1024;

    /** All that a process sees of the gateway's environment, which may hold secrets. */
    private static final List<String> ENVIRONMENT_KEPT = List.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TZ");

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("stdio-spawner").daemon().factory());

    Process start(List<String> argv) throws IOException {
        try {
            return thread.submit(() -> builder(argv).start()).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a process was started", e);
        }
    }

    private static ProcessBuilder builder(List<String> argv) {
        ProcessBuilder builder = new ProcessBuilder(commandLine(argv));
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(ENVIRONMENT_KEPT);
        return builder;
    }

    private static List<String> commandLine(List<String> argv) {
        List<String> line = new ArrayList<>();
        if (isProgram("setpriv")) {
            line.addAll(List.of("/usr/bin/setpriv", "--pdeathsig", "KILL", "--"));
        }
        if (isProgram("prlimit")) {
            line.addAll(List.of("/usr/bin/prlimit", "--nofile=" + OPEN_FILES_MAX, "--core=0", "--"));
        }
        if (isProgram("setsid")) {
            line.add("/usr/bin/setsid");
        }
        line.addAll(argv);
        return line;
    }

    private static boolean isProgram(String name) {
        return Files.isExecutable(Path.of("/usr/bin", name));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
