package dev.tollgate.gateway.json;

/** The bytes are not the JSON they should be. Its message holds no byte of the input, so it may be answered and logged. */
public final class MalformedJson extends Exception {
    private static final long serialVersionUID = 1L;

    private final int offset;

    /** Made once per hostile body, so it takes no stack trace: that would cost more than the scan. */
    MalformedJson(String why, int offset) {
        super(why + " at byte " + offset, null, false, false);
        this.offset = offset;
    }

    /** Where in the scanned array the scan stopped. */
    public int offset() {
        return offset;
    }
}
