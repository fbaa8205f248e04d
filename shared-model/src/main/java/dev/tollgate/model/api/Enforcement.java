package dev.tollgate.model.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What becomes of a call for which nothing is left of a limit. */
public enum Enforcement {
    /** It is refused; no number of gateways lets more through. */
    HARD("hard"),
    /** It is let through; what was used is shown. */
    WARN("warn");

    private final String text;

    Enforcement(String text) {
        this.text = text;
    }

    /**
     * @throws IllegalArgumentException if none has that text
     */
    @JsonCreator
    public static Enforcement of(String text) {
        for (Enforcement enforcement : values()) {
            if (enforcement.text.equals(text)) {
                return enforcement;
            }
        }
        throw new IllegalArgumentException("is hard or warn");
    }

    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
