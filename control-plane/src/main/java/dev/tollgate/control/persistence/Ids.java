package dev.tollgate.control.persistence;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Fresh row ids: version 7 UUIDs (RFC 9562), which sort by time of creation and so keep indexes compact. Those of one process
 * sort so within a millisecond too: rows that one transaction adds are listed in their order.
 */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int COUNTER_BITS = 12;
    /** Milliseconds, and behind them a counter. */
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    public static UUID next() {
        long now = System.currentTimeMillis() << COUNTER_BITS;
        long stamp = LAST.updateAndGet(last -> Math.max(now, last + 1));
        long high = stamp >> COUNTER_BITS << 16 | 0x7000L | stamp & 0xFFFL;
        long low = RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
