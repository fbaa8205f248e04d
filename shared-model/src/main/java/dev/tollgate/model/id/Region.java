package dev.tollgate.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Where gateways run and a tenant's configuration is sent, such as {@code eu-west-1}. Part of topic names. */
public record Region(@JsonValue String value) {
    @JsonCreator
    public Region {
        if (!Slug.isValid(value)) {
            throw new IllegalArgumentException("a region is 1 to 32 characters of a-z, 0-9 and -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
