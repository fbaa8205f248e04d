package dev.tollgate.model.token;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How text becomes tokens. */
public enum TokenEncoding {
    O200K("o200k_base"),
    CL100K("cl100k_base"),
    /** A token for each four bytes of UTF-8, rounded up: an estimate, for models whose encoding is not published. */
    BYTES("bytes/4");

    private final String text;

    TokenEncoding(String text) {
        this.text = text;
    }

    /**
     * @throws IllegalArgumentException if no encoding has that text
     */
    @JsonCreator
    public static TokenEncoding of(String text) {
        for (TokenEncoding encoding : values()) {
            if (encoding.text.equals(text)) {
                return encoding;
            }
        }
        throw new IllegalArgumentException("tokens are counted as o200k_base, cl100k_base or bytes/4, not as " + text);
    }

    /** Whether counts are not those of any model. */
    public boolean isEstimate() {
        return this == BYTES;
    }

    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
