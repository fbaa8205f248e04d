package dev.tollgate.local.cli;

import dev.tollgate.local.stack.RunFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What runs now. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Tells what runs, on which port, since when and with how much memory; status 1 if nothing does")
final class StatusCommand implements Callable<Integer> {
    private static final long KIB_PER_MIB = 1024;

    @Mixin
    private final Folders folders = new Folders();

    @Override
    public Integer call() throws IOException {
        var run = RunFile.read(folders.data());
        if (run.isEmpty()) {
            System.out.println("Nothing runs in " + folders.data().root());
            return 1;
        }
        System.out.printf("%-20s %8s %6s %10s %9s  %s%n", "part", "process", "port", "for", "memory", "region");
        line("launcher", run.get().pid(), run.get());
        run.get().pids().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(part -> line(part.getKey(), part.getValue(), run.get()));
        return 0;
    }

    private static void line(String name, long pid, RunFile run) {
        var since = ProcessHandle.of(pid).flatMap(found -> found.info().startInstant());
        var port =
                Optional.ofNullable(run.ports().get(name)).map(Object::toString).orElse("");
        if (since.isEmpty()) {
            System.out.printf("%-20s %8d %6s  has ended%n", name, pid, port);
            return;
        }
        var running = Duration.between(since.get(), Instant.now());
        System.out.printf(
                "%-20s %8d %6s %7d:%02d %5d MiB%s%n",
                name, pid, port, running.toMinutes(), running.toSecondsPart(), memoryMib(pid), region(name, run));
    }

    private static String region(String name, RunFile run) {
        return Optional.ofNullable(run.regions().get(name))
                .map(region -> "  " + region)
                .orElse("");
    }

    /** Resident, of this process alone. */
    private static long memoryMib(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .map(kib -> kib / KIB_PER_MIB)
                    .findFirst()
                    .orElse(0);
        } catch (IOException _) {
            return 0;
        }
    }
}
