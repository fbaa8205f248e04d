package dev.tollgate.model.price;

/**
 * The most that can be measured of a call, as it is known before the call is made. Tokens are bounded by bytes.
 *
 * @param argumentBytes of the call at hand
 * @param resultBytes the largest result that a gateway passes on
 * @param millis how long a call may take
 */
public record QuantityBounds(long argumentBytes, long resultBytes, long millis) {
    public QuantityBounds {
        if (argumentBytes < 0 || resultBytes < 0 || millis < 0) {
            throw new IllegalArgumentException("a quantity is not negative");
        }
    }

    /** The most that counts of a call. */
    public long of(Measure measure) {
        return switch (measure) {
            case Measure.Calls _ -> 1;
            case Measure.Bytes bytes -> measure.counted(bytes(bytes.of()));
            case Measure.Tokens tokens -> measure.counted(bytes(tokens.of()));
            case Measure.Millis _ -> measure.counted(millis);
            case Measure.Pointed pointed -> pointed.quantityMax();
        };
    }

    private long bytes(Content content) {
        return switch (content) {
            case ARGUMENTS -> argumentBytes;
            case RESULT -> resultBytes;
        };
    }
}
