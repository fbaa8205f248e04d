package dev.tollgate.gateway.edge;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Ends requests whose body does not come. One look a second at all of them is cheaper than a timer for each. */
final class SlowBodies {
    private static final long LOOK_MILLIS = 1_000;

    private final Map<BodyReader, Context> reading = new ConcurrentHashMap<>();

    void watch(Vertx vertx) {
        vertx.setPeriodic(LOOK_MILLIS, _ -> look());
    }

    void began(BodyReader reader, Context context) {
        reading.put(reader, context);
    }

    void ended(BodyReader reader) {
        reading.remove(reader);
    }

    int underWay() {
        return reading.size();
    }

    private void look() {
        long nowNanos = System.nanoTime();
        reading.forEach((reader, context) -> context.runOnContext(_ -> reader.check(nowNanos)));
    }
}
