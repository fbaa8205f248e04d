package dev.tollgate.model.quota;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a limit counts. Amounts are whole numbers of it. */
public enum QuotaUnit {
    CALLS("calls"),
    TOKENS("tokens"),
    NANO_DOLLARS("nano-dollars"),
    /** Calls that run at once: what a call takes it gives back when it ends. */
    CONCURRENT("concurrent");

    private final String text;

    QuotaUnit(String text) {
        this.text = text;
    }

    /**
     * @throws IllegalArgumentException if no unit has that text
     */
    @JsonCreator
    public static QuotaUnit of(String text) {
        for (QuotaUnit unit : values()) {
            if (unit.text.equals(text)) {
                return unit;
            }
        }
        throw new IllegalArgumentException(
                "a limit counts calls, tokens, nano-dollars or what is concurrent, not " + text);
    }

    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
