package dev.tollgate.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A name that people choose and that stands in URLs, tool names and keys: 1 to 32 characters of {@code a-z 0-9 -},
 * starting and ending with a letter or digit. It holds no underscore, so that {@code server__tool} and
 * {@code tg_env_…} can be taken apart again.
 */
public record Slug(@JsonValue String value) implements Comparable<Slug> {
    private static final int CHARS_MAX = 32;

    @JsonCreator
    public Slug {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "must be 1 to 32 characters of a-z, 0-9 and -, starting and ending with a letter or digit");
        }
    }

    public static boolean isValid(String text) {
        int length = text.length();
        if (length == 0 || length > CHARS_MAX || text.charAt(0) == '-' || text.charAt(length - 1) == '-') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(Slug other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
