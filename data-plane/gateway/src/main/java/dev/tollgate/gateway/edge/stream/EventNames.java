package dev.tollgate.gateway.edge.stream;

/** The ids of one stream's events: the stream's own name and a number, which counts up by one from 1. */
public final class EventNames {
    static final char NUMBER = ':';
    /** Behind the number of a stream's last event. */
    static final char LAST = '$';

    /** From this revision on clients understand an event without data. */
    private static final String PRIMING_REVISION = "2025-11-25";
    /** How soon a client is to come again. */
    private static final long RETRY_MILLIS = 1_000;

    private final String stream;
    private final boolean primed;
    private long used;

    /**
     * @param stream its sealed name
     * @param revision that the client speaks
     */
    EventNames(String stream, String revision) {
        this.stream = stream;
        this.primed = revision.compareTo(PRIMING_REVISION) >= 0;
    }

    /** Whether the client is told where its stream can be taken up before anything is said on it. */
    public boolean isPrimed() {
        return primed;
    }

    /** Tells the client how to take up the stream from its beginning. */
    public void prime(SseLine line) {
        line.write(EventText.priming(stream + NUMBER + used, RETRY_MILLIS));
    }

    public String next() {
        return stream + NUMBER + ++used;
    }

    /** Of an event that nothing follows. */
    String last() {
        return next() + LAST;
    }

    /** How many were given out, and so the number of the one that was last. */
    long used() {
        return used;
    }
}
