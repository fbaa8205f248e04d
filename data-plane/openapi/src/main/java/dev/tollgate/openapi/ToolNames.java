package dev.tollgate.openapi;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names for operations: their own where they have one, else method and path; acceptable, and each once. */
final class ToolNames {
    static final int CHARS_MAX = 64;
    private static final int DIGEST_DIGITS = 6;

    private final Set<String> taken = new HashSet<>();

    /** The name of the next operation in the document's order. */
    String next(String operationId, String method, String path) {
        String wanted = Texts.acceptable(operationId);
        if (wanted.isEmpty()) {
            wanted = Texts.acceptable(method.toLowerCase(Locale.ROOT) + path);
        }
        if (wanted.length() <= CHARS_MAX && taken.add(wanted)) {
            return wanted;
        }
        String digest = Texts.digest(method + " " + path, DIGEST_DIGITS);
        String name = wanted.substring(0, Math.min(wanted.length(), CHARS_MAX - DIGEST_DIGITS - 1)) + "_" + digest;
        taken.add(name);
        return name;
    }
}
