package dev.tollgate.bench.stub;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The tools that the stub offers, and their definitions as it sends them. */
public final class StubTools {
    /** What is called; it answers text that ends in the caller's marker. */
    public static final String ECHO = "echo";

    /** What answers without an end: word of progress every second, with the caller's marker for its message. */
    public static final String WATCH = "watch";

    /** How many prompts the stub lists. */
    public static final int PROMPTS = 5;

    private StubTools() {}

    /** The name of the n-th tool, {@link #ECHO} for the first and {@link #WATCH} for the second. */
    public static String name(int index) {
        return switch (index) {
            case 0 -> ECHO;
            case 1 -> WATCH;
            default -> ECHO + "_" + index;
        };
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

    /** The definitions of so many tools, with commas between. */
    static String definitions(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> definition(index, "stub"))
                .collect(Collectors.joining(","));
    }

    /** All prompts, with commas between. */
    static String prompts() {
        return IntStream.range(0, PROMPTS)
                .mapToObj(index -> "{\"name\":\"greet_" + index + "\",\"description\":\"Greets in words of its own\"}")
                .collect(Collectors.joining(","));
    }
}
