package dev.tollgate.control.persistence;

import java.security.SecureRandom;
import java.util.UUID;

/** Fresh row ids: version 7 UUIDs (RFC 9562), which sort by time of creation and so keep indexes compact. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static UUID next() {
        long randomBits = RANDOM.nextLong();
        long high = System.currentTimeMillis() << 16 | 0x7000L | randomBits & 0xFFFL;
        long low = RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
