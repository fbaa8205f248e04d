package dev.tollgate.bench.wire;

/** What came is no HTTP/1.1 message that the bench can read. */
public final class MalformedMessage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedMessage(String why) {
        super("no HTTP message: " + why);
    }
}
