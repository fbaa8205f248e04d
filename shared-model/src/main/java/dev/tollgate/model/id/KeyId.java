package dev.tollgate.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The public part of a virtual key: 12 Base62 characters, unique across all tenants. */
public record KeyId(@JsonValue String value) implements Comparable<KeyId> {
    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z]{12}");

    @JsonCreator
    public KeyId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a key id is 12 Base62 characters, not " + value.length() + " others");
        }
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
