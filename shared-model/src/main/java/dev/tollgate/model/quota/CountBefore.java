package dev.tollgate.model.quota;

/**
 * How far a count that goes on from call to call had come before one call.
 *
 * @param atLeast so many at the least; where it is known, the call is of the tier that this lies in
 * @param known whether the ledger has said so; if not, there may have been any more
 */
public record CountBefore(long atLeast, boolean known) {
    /** Nothing is known: the ledger was not heard. */
    public static final CountBefore UNKNOWN = new CountBefore(0, false);

    public CountBefore {
        if (atLeast < 0) {
            throw new IllegalArgumentException("a count is not negative: " + atLeast);
        }
    }

    /** Reads {@link #number()}. */
    public static CountBefore of(long number) {
        return number < 0 ? new CountBefore(-1 - number, false) : new CountBefore(number, true);
    }

    /** As one number, as it stands on an event: -1 and less where it is not known, -1 being nothing at the least. */
    public long number() {
        return known ? atLeast : -1 - atLeast;
    }
}
