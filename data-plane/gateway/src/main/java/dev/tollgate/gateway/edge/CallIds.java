package dev.tollgate.gateway.edge;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Call ids: UUIDs of version 7 (RFC 9562), in the order of their milliseconds. They are no secret. */
final class CallIds {
    private CallIds() {}

    static UUID next(long epochMillis) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = epochMillis << 16 | 0x7000L | random.nextInt(1 << 12);
        long low = 0x8000_0000_0000_0000L | random.nextLong() >>> 2;
        return new UUID(high, low);
    }
}
