package dev.tollgate.ui.client;

/** The precondition of a write: the version that the user was looking at (RFC 9110, 13.1.1). */
public final class IfMatch {
    private IfMatch() {}

    public static String version(long version) {
        return "\"" + version + "\"";
    }
}
