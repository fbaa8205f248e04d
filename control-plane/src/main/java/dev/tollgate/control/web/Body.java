package dev.tollgate.control.web;

import org.jspecify.annotations.Nullable;

/** The body of a request that needs one. */
public final class Body {
    private Body() {}

    /** Refused if nothing was sent, or {@code null}. */
    public static <T> T required(@Nullable T body) {
        if (body == null) {
            throw new Refused(new Refusal.Malformed("The body is not the JSON object that is expected here."));
        }
        return body;
    }
}
