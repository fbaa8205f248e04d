package dev.tollgate.local.stack;

import dev.tollgate.local.StackFailure;
import dev.tollgate.local.part.DataFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One stack at a time in a data folder; the kernel lets go of it with the process. */
final class StackLock implements AutoCloseable {
    private final FileChannel channel;

    private StackLock(FileChannel channel) {
        this.channel = channel;
    }

    static StackLock take(DataFolder data) throws IOException {
        var channel = FileChannel.open(file(data), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new StackLock(channel);
            }
        } catch (OverlappingFileLockException _) {
            // Held by this very process: the same answer.
        }
        channel.close();
        throw new StackFailure("A stack runs in %s already%s. See ./tollgate status, stop it with ./tollgate down."
                .formatted(data.root(), holder(data)));
    }

    private static String holder(DataFolder data) throws IOException {
        return RunFile.read(data).map(run -> " (process " + run.pid() + ")").orElse("");
    }

    private static Path file(DataFolder data) throws IOException {
        return Files.createDirectories(data.run("")).resolve("lock");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
