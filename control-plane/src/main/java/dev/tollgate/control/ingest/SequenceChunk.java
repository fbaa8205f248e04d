package dev.tollgate.control.ingest;

/** {@link #SIZE} consecutive sequence numbers of a boot; chunk 0 begins with 1. */
record SequenceChunk(Boot boot, long index) {
    static final int SIZE = 1 << 16;

    static SequenceChunk of(Boot boot, long sequence) {
        return new SequenceChunk(boot, (sequence - 1) / SIZE);
    }

    long first() {
        return index * SIZE + 1;
    }

    int bit(long sequence) {
        return (int) (sequence - first());
    }
}
