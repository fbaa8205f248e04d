package dev.tollgate.model.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a limit counts, as clients write it. */
public enum LimitUnit {
    CALLS("calls"),
    TOKENS("tokens"),
    DOLLARS("dollars"),
    CONCURRENT("concurrent");

    private final String text;

    LimitUnit(String text) {
        this.text = text;
    }

    /**
     * @throws IllegalArgumentException if no unit has that text
     */
    @JsonCreator
    public static LimitUnit of(String text) {
        for (LimitUnit unit : values()) {
            if (unit.text.equals(text)) {
                return unit;
            }
        }
        throw new IllegalArgumentException("is calls, tokens, dollars or concurrent");
    }

    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
