package dev.tollgate.openapi;

/** Ends the reading of one operation that cannot become a tool; the message continues "it …" for an admin. */
final class LeftOut extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int REASON_CHARS_MAX = 300;

    LeftOut(String reason) {
        super(Texts.cut(reason, REASON_CHARS_MAX), null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
