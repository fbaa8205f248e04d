package dev.tollgate.model.price;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonPointer;
import org.jspecify.annotations.Nullable;

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

    /** What it is that is counted, whatever its unit is called and however much of it counts. */
    default String thing() {
        return unit();
    }

    /** The most that counts of one call; null if the price does not say. */
    @Nullable
    Long most();

    /** As much of a quantity as counts. */
    default long counted(long quantity) {
        Long most = most();
        return most == null ? quantity : Math.min(quantity, most);
    }

    /** One for each call. */
    record Calls() implements Measure {
        @Override
        public Long most() {
            return 1L;
        }

        @Override
        public String unit() {
            return "calls";
        }
    }

    /**
     * Bytes of the JSON as it was sent.
     *
     * @param quantityMax counted as this much if there are more; absent if all count
     */
    record Bytes(Content of, @Nullable Long quantityMax) implements Measure {
        public Bytes {
            checkMost(quantityMax);
        }

        public Bytes(Content of) {
            this(of, null);
        }

        @Override
        public @Nullable Long most() {
            return quantityMax;
        }

        @Override
        public String unit() {
            return "bytes of the " + of;
        }
    }

    /**
     * Counted tokens. A token is a byte at the least, so bytes bound them.
     *
     * @param quantityMax counted as this much if there are more; absent if all count
     */
    record Tokens(Content of, @Nullable Long quantityMax) implements Measure {
        public Tokens {
            checkMost(quantityMax);
        }

        public Tokens(Content of) {
            this(of, null);
        }

        @Override
        public @Nullable Long most() {
            return quantityMax;
        }

        @Override
        public String unit() {
            return "tokens of the " + of;
        }
    }

    /**
     * How long the server took, in milliseconds; a price per second is one per 1,000 of them.
     *
     * @param quantityMax counted as this much if it took longer; absent if all count
     */
    record Millis(@Nullable Long quantityMax) implements Measure {
        public Millis {
            checkMost(quantityMax);
        }

        public Millis() {
            this(null);
        }

        @Override
        public @Nullable Long most() {
            return quantityMax;
        }

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
            checkMost(quantityMax);
        }

        @Override
        public String thing() {
            return "what is at " + pointer + " in the " + of;
        }

        @Override
        public Long most() {
            return quantityMax;
        }

        @Override
        public String unit() {
            return name;
        }
    }

    private static void checkMost(@Nullable Long quantityMax) {
        if (quantityMax != null && quantityMax < 0) {
            throw new IllegalArgumentException("a quantity is not negative: " + quantityMax);
        }
    }
}
