package dev.tollgate.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Collectors;

/** One process's output on disk. */
public final class LogFile {
    /** A log larger than this is put aside, as {@code NAME.log.1}, when its process starts. */
    static final long BYTES_MAX = 32L << 20;

    private static final int TAIL_BYTES_MAX = 256 << 10;

    private LogFile() {}

    /** Makes room for a new start. */
    static void roll(Path log) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        if (Files.exists(log) && Files.size(log) > BYTES_MAX) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The last lines, at most 256 KiB of them; empty where there is no log. */
    public static String tail(Path log, int lines) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        var all = lastBytes(log).lines().toList();
        return all.stream().skip(Math.max(0, all.size() - lines)).collect(Collectors.joining("\n"));
    }

    private static String lastBytes(Path log) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var length = (int) Math.min(file.length(), TAIL_BYTES_MAX);
            var bytes = new byte[length];
            file.seek(file.length() - length);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
