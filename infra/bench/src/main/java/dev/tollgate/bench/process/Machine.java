package dev.tollgate.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine's own clock of work, to see what others did to it while something was measured. */
public final class Machine {
    private static final long MICROS_PER_TICK = 10_000;
    /** user, nice, system, idle, iowait, irq, softirq, steal: all but the fourth and fifth are somebody's work. */
    private static final int FIELDS = 8;

    private static final int IDLE = 3;
    private static final int IO_WAIT = 4;

    private Machine() {}

    public static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Time that all cores together were busy since the machine's start, time stolen by its host included. */
    public static long busyMicros() {
        try {
            return parse(Files.readString(Path.of("/proc/stat")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static long parse(String stat) {
        String[] fields = stat.lines().findFirst().orElseThrow().trim().split("\\s+", -1);
        long ticks = 0;
        for (int i = 0; i < FIELDS; i++) {
            if (i != IDLE && i != IO_WAIT) {
                ticks += Long.parseLong(fields[i + 1]);
            }
        }
        return ticks * MICROS_PER_TICK;
    }
}
