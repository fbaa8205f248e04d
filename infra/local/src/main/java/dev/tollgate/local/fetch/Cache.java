package dev.tollgate.local.fetch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Folders that are made once and then only read, shared by every stack of this machine's user.
 *
 * <p>An entry appears whole or not at all: it is filled beside its place and moved there. Several processes may ask for
 * the same entry at once; one fills it and the others wait.
 */
public final class Cache {
    /** Within one JVM a file lock refuses instead of waiting, so threads queue here first. */
    private static final Map<Path, ReentrantLock> IN_THIS_JVM = new ConcurrentHashMap<>();

    private final Path root;

    public Cache(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** {@code TOLLGATE_CACHE}, or {@code ~/.cache/tollgate}. */
    public static Cache ofThisUser() {
        var chosen = System.getenv("TOLLGATE_CACHE");
        return new Cache(
                chosen == null || chosen.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache", "tollgate")
                        : Path.of(chosen));
    }

    public Path root() {
        return root;
    }

    /** Whether the entry is there, so that {@link #once} will not work for it. */
    public boolean has(String name) {
        return Files.exists(root.resolve(name));
    }

    /** The entry's folder, filled by {@code fill} where it was not there. */
    public Path once(String name, Fill fill) throws IOException, InterruptedException {
        var place = root.resolve(name);
        if (Files.exists(place)) {
            return place;
        }
        var threads = IN_THIS_JVM.computeIfAbsent(place, _ -> new ReentrantLock());
        threads.lockInterruptibly();
        try (var channel = FileChannel.open(lockFile(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            if (!Files.exists(place)) {
                fillBeside(place, fill);
            }
            return place;
        } finally {
            threads.unlock();
        }
    }

    private Path lockFile(String name) throws IOException {
        return Files.createDirectories(root.resolve("locks")).resolve(name + ".lock");
    }

    private static void fillBeside(Path place, Fill fill) throws IOException, InterruptedException {
        var unfinished = place.resolveSibling(place.getFileName() + ".unfinished");
        Trees.delete(unfinished);
        Files.createDirectories(unfinished);
        fill.into(unfinished);
        Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Fills a new empty folder. */
    @FunctionalInterface
    public interface Fill {
        void into(Path folder) throws IOException, InterruptedException;
    }
}
