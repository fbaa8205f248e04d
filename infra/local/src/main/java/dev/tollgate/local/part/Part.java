package dev.tollgate.local.part;

import dev.tollgate.local.process.ProcessSpec;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * One process of the stack, told in steps; the stack takes them in this order and does the waiting itself.
 *
 * <p>A part that was stopped or killed is started again by the same object, with the same data and port.
 */
public interface Part {
    /** Its name, also that of its log and of its port. */
    String name();

    /** The parts that must be ready before it starts. */
    default Set<String> needs() {
        return Set.of();
    }

    /** Brings its binaries into the cache; may take the network the first time. */
    default void fetch() throws IOException, InterruptedException {}

    /** Lays out its files before a start; what it needs is ready. */
    default void prepare() throws IOException, InterruptedException {}

    /** How to run it. */
    ProcessSpec process() throws IOException, InterruptedException;

    /** Asks once whether it serves; false and an exception both mean not yet. */
    boolean isReady() throws IOException, InterruptedException;

    /** How long it may take to be ready. */
    default Duration readyWithin() {
        return Duration.ofSeconds(60);
    }

    /** Sets up inside it what others count on; must do no harm the second time. */
    default void onReady() throws IOException, InterruptedException {}

    /** The configuration keys that lead others to it. */
    default Map<String, String> config() {
        return Map.of();
    }
}
