package dev.tollgate.control.oauth;

import org.jspecify.annotations.Nullable;

/** The query parameters that a person's browser comes back with; all untrusted, each null if it is not there. */
public record Callback(
        @Nullable String code,
        @Nullable String state,
        @Nullable String iss,
        @Nullable String error,
        @Nullable String errorDescription) {
    @Override
    public String toString() {
        return "callback";
    }
}
