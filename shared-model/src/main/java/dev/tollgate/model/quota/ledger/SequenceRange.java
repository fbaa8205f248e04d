package dev.tollgate.model.quota.ledger;

/** Numbers of a boot's events without a gap, both ends included. */
public record SequenceRange(long first, long last) {
    public SequenceRange {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("no events are numbered " + first + " to " + last);
        }
    }
}
