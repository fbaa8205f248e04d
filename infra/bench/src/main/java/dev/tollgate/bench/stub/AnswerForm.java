package dev.tollgate.bench.stub;

/** How the stub sends the answer to a call; each form has a path of its own. */
public enum AnswerForm {
    /** One JSON document of stated length. */
    DOCUMENT("/mcp", "one JSON document"),
    /** A stream of one event, on one line and in one chunk. */
    EVENT("/event", "one event on one line"),
    /** A stream of one event whose data stands on many lines, each in a chunk of its own. */
    LINES("/lines", "one event on many lines");

    private final String path;
    private final String words;

    AnswerForm(String path, String words) {
        this.path = path;
        this.words = words;
    }

    public String path() {
        return path;
    }

    public String words() {
        return words;
    }
}
