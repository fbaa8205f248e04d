package dev.tollgate.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a process has used, as Linux tells it in {@code /proc}.
 *
 * @param cpuMicros user and system time of all its threads since its start, in steps of 10 ms
 * @param residentBytes memory resident now
 * @param residentPeakBytes the most that was ever resident
 */
public record Usage(long cpuMicros, long residentBytes, long residentPeakBytes) {
    public static final Usage NONE = new Usage(0, 0, 0);

    /** Linux's USER_HZ, which its ABI fixes at 100 a second on every platform that runs a JDK. */
    private static final long MICROS_PER_TICK = 10_000;

    private static final int USER_TICKS = 14;
    private static final int SYSTEM_TICKS = 15;

    /** The sum over processes. One that has ended counts as nothing. */
    public static Usage of(List<Long> pids) {
        Usage sum = NONE;
        for (long pid : pids) {
            sum = sum.plus(of(pid));
        }
        return sum;
    }

    /** Of the process and all that it started. */
    public static Usage ofTree(ProcessHandle root) {
        return of(Stream.concat(Stream.of(root), root.descendants())
                .map(ProcessHandle::pid)
                .toList());
    }

    public static Usage of(long pid) {
        Path proc = Path.of("/proc", Long.toString(pid));
        try {
            return parse(Files.readString(proc.resolve("stat")), Files.readString(proc.resolve("status")));
        } catch (IOException e) {
            return NONE;
        }
    }

    /** Reads the two files' text as proc(5) describes it. The command's name may hold blanks and parentheses. */
    static Usage parse(String stat, String status) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        int firstField = 3;
        long ticks =
                Long.parseLong(fields[USER_TICKS - firstField]) + Long.parseLong(fields[SYSTEM_TICKS - firstField]);
        return new Usage(ticks * MICROS_PER_TICK, kibibytes(status, "VmRSS:"), kibibytes(status, "VmHWM:"));
    }

    private static long kibibytes(String status, String label) {
        return status.lines()
                .filter(line -> line.startsWith(label))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                .findFirst()
                .orElse(0);
    }

    private Usage plus(Usage other) {
        return new Usage(
                cpuMicros + other.cpuMicros,
                residentBytes + other.residentBytes,
                residentPeakBytes + other.residentPeakBytes);
    }
}
