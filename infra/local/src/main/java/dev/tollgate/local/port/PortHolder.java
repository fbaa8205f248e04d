package dev.tollgate.local.port;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The process that listens on a port.
 *
 * @param command its command line, cut to 120 characters
 */
public record PortHolder(long pid, String command) {
    private static final String LISTENS = "0A";
    private static final int COMMAND_MAX = 120;

    /** From /proc; empty where that does not tell, as for another user's process. */
    public static Optional<PortHolder> of(int port) {
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> inodes(Path.of(table), port))
                .flatMap(inode -> holders("socket:[" + inode + "]"))
                .findFirst();
    }

    private static Stream<String> inodes(Path table, int port) {
        var suffix = ":%04X".formatted(port);
        try {
            return Files.readAllLines(table).stream()
                    .skip(1)
                    .map(line -> line.strip().split("\\s+"))
                    .filter(fields -> fields[1].endsWith(suffix) && fields[3].equals(LISTENS))
                    .map(fields -> fields[9]);
        } catch (IOException _) {
            return Stream.empty();
        }
    }

    private static Stream<PortHolder> holders(String socket) {
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process.pid(), socket))
                .map(process -> new PortHolder(process.pid(), command(process.pid())));
    }

    private static boolean holds(long pid, String socket) {
        try (var files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return files.anyMatch(file -> linksTo(file, socket));
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean linksTo(Path file, String socket) {
        try {
            return Files.readSymbolicLink(file).toString().equals(socket);
        } catch (IOException _) {
            return false;
        }
    }

    private static String command(long pid) {
        try {
            var line = Files.readString(Path.of("/proc/" + pid + "/cmdline"))
                    .replace('\0', ' ')
                    .strip();
            return line.length() <= COMMAND_MAX ? line : line.substring(0, COMMAND_MAX) + "…";
        } catch (IOException _) {
            return "?";
        }
    }
}
