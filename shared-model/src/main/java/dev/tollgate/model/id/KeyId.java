package dev.tollgate.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The public part of a virtual key: 12 Base62 characters, unique across all tenants. */
public record KeyId(@JsonValue String value) implements Comparable<KeyId> {
    private static final int CHARS = 12;

    @JsonCreator
    public KeyId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("a key id is 12 Base62 characters, not " + value.length() + " others");
        }
    }

    private static boolean isValid(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z')) {
                return false;
            }
        }
        return text.length() == CHARS;
    }

    @Override
    public int compareTo(KeyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
