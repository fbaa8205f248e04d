package dev.tollgate.ui.view.prices;

import dev.tollgate.model.price.Content;
import dev.tollgate.model.price.Measure;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a price can count, as it is chosen in a form. */
enum Counted {
    CALLS("calls"),
    ARGUMENT_BYTES("bytes of the arguments"),
    RESULT_BYTES("bytes of the result"),
    ARGUMENT_TOKENS("tokens of the arguments"),
    RESULT_TOKENS("tokens of the result"),
    MILLIS("milliseconds at the server"),
    IN_ARGUMENTS("something in the arguments"),
    IN_RESULT("something in the result");

    private final String label;

    Counted(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Whether a JSON pointer says where it is. */
    boolean isPointed() {
        return this == IN_ARGUMENTS || this == IN_RESULT;
    }

    static Counted of(Measure measure) {
        return switch (measure) {
            case Measure.Calls _ -> CALLS;
            case Measure.Bytes bytes -> bytes.of() == Content.ARGUMENTS ? ARGUMENT_BYTES : RESULT_BYTES;
            case Measure.Millis _ -> MILLIS;
            case Measure.Pointed pointed -> pointed.of() == Content.ARGUMENTS ? IN_ARGUMENTS : IN_RESULT;
            case Measure.Tokens tokens -> tokens.of() == Content.ARGUMENTS ? ARGUMENT_TOKENS : RESULT_TOKENS;
        };
    }

    /**
     * @param pointer for what is pointed at, as is name
     * @param quantityMax how much counts of one call at the most; given for what is pointed at
     * @throws IllegalArgumentException if the pointer is none
     */
    Measure measure(String pointer, String name, @Nullable Long quantityMax) {
        return switch (this) {
            case CALLS -> new Measure.Calls();
            case ARGUMENT_BYTES -> new Measure.Bytes(Content.ARGUMENTS, quantityMax);
            case RESULT_BYTES -> new Measure.Bytes(Content.RESULT, quantityMax);
            case ARGUMENT_TOKENS -> new Measure.Tokens(Content.ARGUMENTS, quantityMax);
            case RESULT_TOKENS -> new Measure.Tokens(Content.RESULT, quantityMax);
            case MILLIS -> new Measure.Millis(quantityMax);
            case IN_ARGUMENTS ->
                new Measure.Pointed(Content.ARGUMENTS, pointer, name, Objects.requireNonNull(quantityMax));
            case IN_RESULT -> new Measure.Pointed(Content.RESULT, pointer, name, Objects.requireNonNull(quantityMax));
        };
    }
}
