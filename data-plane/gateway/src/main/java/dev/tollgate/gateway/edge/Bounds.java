package dev.tollgate.gateway.edge;

/** The named maxima of a request and of what is under way. */
final class Bounds {
    static final int BODY_BYTES_MAX = 4 * 1024 * 1024;
    static final long BODY_MILLIS_MAX = 15_000;
    /** How long a connection that is to be closed is still read from, so that its caller gets the answer. */
    static final long LINGER_MILLIS_MAX = 1_000;

    static final int BATCH_MESSAGES_MAX = 50;
    static final int FILTER_HEADER_CHARS_MAX = 8_192;
    static final int HEADER_TEXT_CHARS_MAX = 256;
    static final int CALLS_PER_KEY_MAX = 256;
    /** Between two records of the refused keys that were counted. */
    static final long SUMMARY_MILLIS = 10_000;

    private Bounds() {}
}
