package dev.tollgate.openapi;

import org.jspecify.annotations.Nullable;

/** A document of which no tool can be made. The message is for the admin who gave it. */
public final class UnusableDocument extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int MESSAGE_CHARS_MAX = 400;

    UnusableDocument(String message) {
        this(message, null);
    }

    UnusableDocument(String message, @Nullable Throwable cause) {
        super(Texts.cut(message, MESSAGE_CHARS_MAX), cause, false, false);
    }

    /** As {@link #getMessage()}, which is always there. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
