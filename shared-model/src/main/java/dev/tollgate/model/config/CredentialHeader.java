package dev.tollgate.model.config;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A header that an upstream knows a tenant by. Its value is a secret.
 *
 * @param name a token of RFC 9110, and none that the protocols themselves need
 * @param value visible ASCII, with blanks between
 */
public record CredentialHeader(String name, String value) {
    public static final int NAME_CHARS_MAX = 100;
    public static final int VALUE_CHARS_MAX = 4_096;

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern TEXT = Pattern.compile("[!-~](?:[ !-~]*[!-~])?");
    private static final Set<String> TAKEN = Set.of(
            "accept",
            "accept-encoding",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "expect",
            "host",
            "keep-alive",
            "last-event-id",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "traceparent",
            "tracestate",
            "trailer",
            "transfer-encoding",
            "upgrade");

    public CredentialHeader {
        checkName(name);
        checkValue(value);
    }

    /**
     * @throws IllegalArgumentException if a header may not be called so
     */
    public static void checkName(String name) {
        if (name.length() > NAME_CHARS_MAX || !TOKEN.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a header's name is 1 to " + NAME_CHARS_MAX + " letters, digits, dashes and the like");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (TAKEN.contains(lower) || lower.startsWith("mcp-")) {
            throw new IllegalArgumentException("this header is the protocol's own and cannot be given");
        }
    }

    /**
     * @throws IllegalArgumentException if no header has such a value; the message does not repeat it
     */
    public static void checkValue(String value) {
        if (value.length() > VALUE_CHARS_MAX || !TEXT.matcher(value).matches()) {
            throw new IllegalArgumentException("a header's value is 1 to " + VALUE_CHARS_MAX
                    + " characters of visible ASCII, with blanks only between them");
        }
    }

    @Override
    public String toString() {
        return name + ": …";
    }
}
