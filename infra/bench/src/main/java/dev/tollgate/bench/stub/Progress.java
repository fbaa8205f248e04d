package dev.tollgate.bench.stub;

/**
 * How an answer goes on that has no end: with word of progress, again and again.
 *
 * @param token as it was sent, JSON
 * @param marker of the arguments, JSON; it is the message of each
 */
record Progress(String token, String marker) {
    private static final byte[] META = Pieces.ascii("_meta");
    private static final byte[] TOKEN = Pieces.ascii("progressToken");
    private static final byte[] ARGUMENTS = Pieces.ascii("arguments");
    private static final byte[] MARKER = Pieces.ascii("marker");

    static Progress of(StubRequest request) {
        String token = request.sent(request.at(META, TOKEN));
        String marker = request.sent(request.at(ARGUMENTS, MARKER));
        return new Progress(token == null ? "\"none\"" : token, marker == null ? "\"none\"" : marker);
    }

    /** The n-th of them, as an event. */
    byte[] event(long number) {
        return Pieces.ascii(
                "event: message\ndata: {\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":"
                        + "{\"progressToken\":" + token + ",\"progress\":" + number + ",\"message\":" + marker
                        + "}}\n\n");
    }
}
