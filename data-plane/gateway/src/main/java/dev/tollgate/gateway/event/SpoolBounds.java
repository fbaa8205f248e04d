package dev.tollgate.gateway.event;

/** How much of the disk the spool may take. */
public record SpoolBounds(long totalBytesMax, int segmentBytes) {
    public static final long TOTAL_BYTES_MAX_DEFAULT = 1L << 30;
    public static final int SEGMENT_BYTES_DEFAULT = 16 << 20;

    public SpoolBounds {
        if (segmentBytes < SegmentHeader.BYTES + EventEncoder.SPOOLED_BYTES_MAX) {
            throw new IllegalArgumentException("a segment holds at least one event, so not " + segmentBytes + " bytes");
        }
        if (totalBytesMax < 2L * segmentBytes) {
            throw new IllegalArgumentException(
                    "the spool's bound is at least two segments of " + segmentBytes + ", not " + totalBytesMax);
        }
    }

    public static SpoolBounds ofTotal(long totalBytesMax) {
        return new SpoolBounds(totalBytesMax, (int) Math.min(SEGMENT_BYTES_DEFAULT, totalBytesMax / 2));
    }
}
