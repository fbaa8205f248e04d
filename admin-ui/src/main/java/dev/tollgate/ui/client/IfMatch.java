package dev.tollgate.ui.client;

/** The precondition of a write: the version that the user was looking at (RFC 9110, 13.1.1). */
public final class IfMatch {
    /** Whatever there is, or nothing yet. */
    public static final String ANY = "*";

    private IfMatch() {}

    public static String version(long version) {
        return "\"" + version + "\"";
    }
}
