package dev.tollgate.bench.world;

import dev.tollgate.bench.process.Child;
import dev.tollgate.bench.process.Usage;
import dev.tollgate.local.part.Part;
import dev.tollgate.local.process.ProcessSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One part of the embedded stack, run by itself. It ends by a signal, so parts that end otherwise are not for this. */
public final class PartProcess implements AutoCloseable {
    private static final long LOOK_MILLIS = 50;

    private final Child child;

    private PartProcess(Child child) {
        this.child = child;
    }

    /**
     * Starts a part and waits until it serves.
     *
     * @param logs where its log is written
     */
    public static PartProcess start(Part part, Path logs) throws IOException, InterruptedException {
        part.fetch();
        part.prepare();
        ProcessSpec spec = part.process();
        Files.createDirectories(spec.folder());
        Child child = Child.start(part.name(), spec.argv(), spec.environment(), logs);
        try {
            awaitReady(part, child);
            part.onReady();
        } catch (IOException | InterruptedException | RuntimeException e) {
            child.close();
            throw e;
        }
        return new PartProcess(child);
    }

    private static void awaitReady(Part part, Child child) throws IOException, InterruptedException {
        long end = System.nanoTime() + part.readyWithin().toNanos();
        while (!part.isReady()) {
            child.checkAlive();
            if (System.nanoTime() > end) {
                throw new IOException(part.name() + " was not ready within " + part.readyWithin());
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    public Usage usage() {
        return child.usage();
    }

    @Override
    public void close() {
        child.close();
    }
}
