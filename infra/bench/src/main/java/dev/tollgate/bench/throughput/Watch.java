package dev.tollgate.bench.throughput;

import dev.tollgate.bench.process.Machine;
import dev.tollgate.bench.process.Usage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The processes of a run by name, and what each had used at one moment. */
public final class Watch {
    private final Map<String, Supplier<Usage>> processes;

    public Watch(Map<String, Supplier<Usage>> processes) {
        this.processes = new LinkedHashMap<>(processes);
    }

    /**
     * @param usage by process
     * @param machineMicros what the whole machine had worked
     */
    record Moment(Map<String, Usage> usage, long machineMicros, long nanos) {
        /** CPU time in microseconds from this moment to a later one, by process. */
        Map<String, Long> cpuMicrosUntil(Moment later) {
            Map<String, Long> used = new LinkedHashMap<>();
            usage.forEach((name, before) ->
                    used.put(name, later.usage().getOrDefault(name, before).cpuMicros() - before.cpuMicros()));
            return used;
        }

        /** The share of the machine that went to processes which are not watched, 0 to 1. */
        double foreignShareUntil(Moment later) {
            long ours = cpuMicrosUntil(later).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            double foreign = later.machineMicros() - machineMicros - ours;
            double whole = (later.nanos() - nanos) / 1e3 * Machine.cores();
            return Math.clamp(foreign / whole, 0, 1);
        }
    }

    Moment now() {
        Map<String, Usage> usage = new LinkedHashMap<>();
        processes.forEach((name, reading) -> usage.put(name, reading.get()));
        return new Moment(usage, Machine.busyMicros(), System.nanoTime());
    }
}
