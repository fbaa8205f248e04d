package dev.tollgate.control.ingest;

/** Sequence numbers of one boot, both ends included, that were passed over. */
record SequenceGap(Boot boot, long first, long last) {
    SequenceGap {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("no gap reaches from " + first + " to " + last);
        }
    }

    long size() {
        return last - first + 1;
    }
}
