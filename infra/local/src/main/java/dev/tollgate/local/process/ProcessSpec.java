package dev.tollgate.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A process to run until it is stopped.
 *
 * @param environment added to this process's own, of which addresses of a stack are left out
 * @param folder where it runs; made where it is not there
 * @param stopGrace how long it may take to end once asked
 */
public record ProcessSpec(
        String name,
        List<String> argv,
        Map<String, String> environment,
        Path folder,
        Path log,
        StopBy stopBy,
        Duration stopGrace) {
    public ProcessSpec {
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
        if (argv.isEmpty()) {
            throw new IllegalArgumentException(name + " has no program");
        }
    }

    /** With more in its environment, which goes before what it has of the same name. */
    public ProcessSpec with(Map<String, String> more) {
        var all = new TreeMap<>(environment);
        all.putAll(more);
        return new ProcessSpec(name, argv, all, folder, log, stopBy, stopGrace);
    }
}
