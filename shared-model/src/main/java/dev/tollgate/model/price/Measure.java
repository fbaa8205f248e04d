package dev.tollgate.model.price;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonPointer;

/** What a price counts. Quantities are whole numbers of it and never negative. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Measure.Calls.class, name = "calls"),
    @JsonSubTypes.Type(value = Measure.Bytes.class, name = "bytes"),
    @JsonSubTypes.Type(value = Measure.Tokens.class, name = "tokens"),
    @JsonSubTypes.Type(value = Measure.Millis.class, name = "millis"),
    @JsonSubTypes.Type(value = Measure.Pointed.class, name = "pointed")
})
public sealed interface Measure {
    /** Its unit as a person reads it, after a number. */
    String unit();

    /** One for each call. */
    record Calls() implements Measure {
        @Override
        public String unit() {
            return "calls";
        }
    }

    /** Bytes of the JSON as it was sent. */
    record Bytes(Content of) implements Measure {
        @Override
        public String unit() {
            return "bytes of the " + of;
        }
    }

    /** Counted tokens. A token is a byte at the least, so bytes bound them. */
    record Tokens(Content of) implements Measure {
        @Override
        public String unit() {
            return "tokens of the " + of;
        }
    }

    /** How long the server took, in milliseconds; a price per second is one per 1,000 of them. */
    record Millis() implements Measure {
        @Override
        public String unit() {
            return "ms";
        }
    }

    /**
     * A number in the JSON, or the size of an array or object in it.
     *
     * @param pointer RFC 6901
     * @param name of the unit, as the tenant calls it: rows, pages
     * @param quantityMax counted as this much if it says more: servers and agents write what is counted
     */
    record Pointed(Content of, String pointer, String name, long quantityMax) implements Measure {
        private static final int CHARS_MAX = 256;

        public Pointed {
            if (pointer.length() > CHARS_MAX || name.isBlank() || name.length() > CHARS_MAX) {
                throw new IllegalArgumentException(
                        "a pointer, and its unit's name, have up to " + CHARS_MAX + " characters");
            }
            JsonPointer.compile(pointer);
            if (quantityMax < 0) {
                throw new IllegalArgumentException("a quantity is not negative: " + quantityMax);
            }
        }

        @Override
        public String unit() {
            return name;
        }
    }
}
