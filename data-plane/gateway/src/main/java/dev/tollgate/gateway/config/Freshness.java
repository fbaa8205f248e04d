package dev.tollgate.gateway.config;

import java.util.function.LongSupplier;

/** What the gateway knows of its own configuration's age. Written by the reading thread, read by any. */
public final class Freshness {
    private final LongSupplier millisClock;
    private final long startedMillis;
    private volatile long abreastMillis = -1;
    private volatile boolean regionRead;
    private volatile long ageAtStartMillis;
    private volatile Runnable whenAbreast = () -> {};

    /**
     * @param millisClock monotonic milliseconds
     */
    public Freshness(LongSupplier millisClock) {
        this.millisClock = millisClock;
        this.startedMillis = millisClock.getAsLong();
    }

    /** What is served was read from disk, and was so old when the gateway started. */
    void restored(long ageMillis) {
        ageAtStartMillis = ageMillis;
    }

    /** What is done, on the reading thread, each time that the gateway is abreast. */
    void whenAbreast(Runnable action) {
        whenAbreast = action;
    }

    /** Kafka has just confirmed that nothing is left to read. */
    void abreast() {
        abreastMillis = millisClock.getAsLong();
        whenAbreast.run();
    }

    void regionWasRead() {
        regionRead = true;
    }

    /** Whether the whole topic has been read once since the start, even if it was empty. */
    public boolean regionRead() {
        return regionRead;
    }

    /**
     * Milliseconds since the gateway last knew itself to be abreast of the topic, in this life or an earlier one whose
     * copies it serves; since its start if it never was.
     */
    public long ageMillis() {
        long since = abreastMillis;
        long now = millisClock.getAsLong();
        return since < 0 ? now - startedMillis + ageAtStartMillis : now - since;
    }
}
