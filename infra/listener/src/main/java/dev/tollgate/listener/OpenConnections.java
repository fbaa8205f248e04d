package dev.tollgate.listener;

import io.netty.channel.Channel;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Counts the connections that are open at a process, and lets in no more than a number of them. */
public final class OpenConnections {
    private final int countMax;
    private final Consumer<String> boundHit;
    private final AtomicInteger open = new AtomicInteger();

    /**
     * @param countMax how many connections may be open at once, at least one
     * @param boundHit told on the accepting event loop that a connection is turned away
     */
    public OpenConnections(int countMax, Consumer<String> boundHit) {
        if (countMax < 1) {
            throw new IllegalArgumentException("count-max is less than one connection: " + countMax);
        }
        this.countMax = countMax;
        this.boundHit = boundHit;
    }

    /** How many are open now. */
    public int count() {
        return open.get();
    }

    /** Counts an accepted connection until it closes, or closes it at once. */
    boolean admit(Channel connection) {
        if (open.incrementAndGet() > countMax) {
            open.decrementAndGet();
            boundHit.accept("connections");
            // It belongs to no event loop yet, on which it could be closed as others are.
            connection.unsafe().closeForcibly();
            return false;
        }
        connection.closeFuture().addListener(_ -> open.decrementAndGet());
        return true;
    }
}
