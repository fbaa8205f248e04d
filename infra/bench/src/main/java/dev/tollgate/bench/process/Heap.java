package dev.tollgate.bench.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What lives in another JVM's heap. */
public final class Heap {
    private static final Duration COUNT_MAX = Duration.ofMinutes(3);
    private static final int BYTES_COLUMN = 2;

    private Heap() {}

    /**
     * Collects the JVM's garbage and counts what is left, whatever its collector.
     *
     * @throws IOException if the JDK's jcmd does not answer
     */
    public static long liveBytes(long pid) throws IOException, InterruptedException {
        return total(histogram(pid));
    }

    /** The classes that hold most, as jcmd tells them. */
    public static List<String> largest(long pid, int classes) throws IOException, InterruptedException {
        return histogram(pid).lines().limit(classes + 3L).toList();
    }

    private static String histogram(long pid) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(pid),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String text = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!jcmd.waitFor(COUNT_MAX) || jcmd.exitValue() != 0) {
            jcmd.destroyForcibly();
            throw new IOException("jcmd does not count the heap of " + pid + ": " + text);
        }
        return text;
    }

    /** The last line reads {@code Total instances bytes}. */
    static long total(String histogram) throws IOException {
        return histogram
                .lines()
                .filter(line -> line.startsWith("Total"))
                .map(line -> Long.parseLong(line.trim().split("\\s+", -1)[BYTES_COLUMN]))
                .findFirst()
                .orElseThrow(() -> new IOException("this histogram has no total: " + histogram));
    }
}
