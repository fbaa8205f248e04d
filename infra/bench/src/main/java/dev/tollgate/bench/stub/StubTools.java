package dev.tollgate.bench.stub;

/** The tools that the stub offers, and their definitions as it sends them. */
public final class StubTools {
    /** What is called; it answers text that ends in the caller's marker. */
    public static final String ECHO = "echo";

    private StubTools() {}

    /** The name of the n-th tool, {@link #ECHO} for the first. */
    public static String name(int index) {
        return index == 0 ? ECHO : ECHO + "_" + index;
    }

    /**
     * A definition of the size that tools in the field have, about 600 bytes.
     *
     * @param flavour told in the description, so that definitions of different tenants differ
     */
    public static String definition(int index, String flavour) {
        return """
                {"name":"%s","title":"Echo number %d","description":"Answers with a text of fixed size that ends in \
                the caller's marker, so that an answer can be told from another's. Use it to see whether a call \
                reaches its server and comes back whole. (%s)","inputSchema":{"type":"object","properties":\
                {"marker":{"type":"string","description":"What the answer shall end in","maxLength":64},\
                "size":{"type":"integer","description":"How many bytes are wanted; the server may ignore it",\
                "minimum":0}},"required":["marker"]},"annotations":{"readOnlyHint":true,"idempotentHint":true,\
                "openWorldHint":false}}""".formatted(name(index), index, flavour);
    }
}
