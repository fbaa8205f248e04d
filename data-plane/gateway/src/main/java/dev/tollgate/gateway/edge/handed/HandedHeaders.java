package dev.tollgate.gateway.edge.handed;

import io.vertx.core.MultiMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The headers of one request that a server is given, as its configuration names them. */
public final class HandedHeaders {
    /** Of names and values together; common servers take 8 KiB of headers in all, some 16. */
    public static final int CHARS_MAX = 4 * 1024;

    private HandedHeaders() {}

    /**
     * One that holds a key is left out. Several of one name become one, as RFC 9110 (5.3) has it.
     *
     * @param names in lower case
     * @throws IllegalArgumentException with words for the agent, if they are more than may be or cannot be sent
     */
    public static Map<String, String> of(MultiMap headers, List<String> names) {
        Map<String, String> handed = new HashMap<>();
        KeyTraces traces = new KeyTraces(headers);
        int chars = 0;
        for (String name : names) {
            List<String> values = headers.getAll(name);
            if (values.isEmpty() || values.stream().anyMatch(traces::areIn)) {
                continue;
            }
            String value = String.join(", ", values);
            chars += name.length() + value.length();
            if (chars > CHARS_MAX) {
                throw new IllegalArgumentException("The headers that this server is given have at most " + CHARS_MAX
                        + " characters, names and values together.");
            }
            if (!isSendable(value)) {
                throw new IllegalArgumentException(
                        "The header " + name + ", which this server is given, holds control characters.");
            }
            handed.put(name, value);
        }
        return handed;
    }

    private static boolean isSendable(String value) {
        return value.chars().allMatch(c -> c >= ' ' && c != 127 || c == '\t');
    }
}
