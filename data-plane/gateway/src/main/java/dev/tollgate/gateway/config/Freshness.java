package dev.tollgate.gateway.config;

import java.util.function.LongSupplier;

/** What the gateway knows of its own configuration's age. Written by the reading thread, read by any. */
public final class Freshness {
    private final LongSupplier millisClock;
    private final long startedMillis;
    private volatile long abreastMillis = -1;
    private volatile boolean regionRead;

    /**
     * @param millisClock monotonic milliseconds
     */
    public Freshness(LongSupplier millisClock) {
        this.millisClock = millisClock;
        this.startedMillis = millisClock.getAsLong();
    }

    /** Kafka has just confirmed that nothing is left to read. */
    void abreast() {
        abreastMillis = millisClock.getAsLong();
    }

    void regionWasRead() {
        regionRead = true;
    }

    /** Whether the whole topic has been read once since the start, even if it was empty. */
    public boolean regionRead() {
        return regionRead;
    }

    /** Milliseconds since the gateway last knew itself to be abreast of the topic, or since its start if it never was. */
    public long ageMillis() {
        long since = abreastMillis;
        return millisClock.getAsLong() - (since < 0 ? startedMillis : since);
    }
}
