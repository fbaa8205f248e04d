package dev.tollgate.listener;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Closes connections that send no request: new ones whose first head does not come, kept ones whose next does not, and
 * those on which a body does not come to its end.
 * Time is counted in looks, one a second at all of them, so that a request costs neither a timer nor a reading of a clock.
 */
public final class QuietConnections {
    private static final long LOOK_MILLIS = 1_000;

    private final long headLooksMax;
    private final long idleLooksMax;
    private final long bodyLooksMax;
    private final Consumer<String> boundHit;
    private final AtomicLong looks = new AtomicLong();
    private final Set<ConnectionWatch> watches = ConcurrentHashMap.newKeySet();

    /**
     * @param headMax for how long a new connection may take to send the head of its first request, in whole seconds
     * @param idleMax for how long a connection may take from an answer to the end of the next head, in whole seconds
     * @param bodyMax for how long a request's body may take behind its head, in whole seconds
     * @param boundHit told on event loops which bound a connection is closed for
     */
    public QuietConnections(Duration headMax, Duration idleMax, Duration bodyMax, Consumer<String> boundHit) {
        this.headLooksMax = atLeastOne("head-max", headMax);
        this.idleLooksMax = atLeastOne("idle-max", idleMax);
        this.bodyLooksMax = atLeastOne("body-max", bodyMax);
        this.boundHit = boundHit;
    }

    private static long atLeastOne(String name, Duration max) {
        if (max.toSeconds() < 1) {
            throw new IllegalArgumentException(name + " is less than a second: " + max);
        }
        return max.toSeconds();
    }

    public void start(Vertx vertx) {
        vertx.setPeriodic(LOOK_MILLIS, _ -> look());
    }

    /** A second has passed. */
    public void look() {
        long now = looks.incrementAndGet();
        watches.forEach(watch -> watch.look(now));
    }

    /** How many connections are watched. */
    public int size() {
        return watches.size();
    }

    void opened(ConnectionWatch watch) {
        watches.add(watch);
    }

    void closed(ConnectionWatch watch) {
        watches.remove(watch);
    }

    long now() {
        return looks.get();
    }

    /** The look at which a connection that falls quiet now is closed. */
    long due(boolean served) {
        return looks.get() + (served ? idleLooksMax : headLooksMax);
    }

    /** The look at which a connection is closed whose request's head came now and whose body does not come. */
    long bodyDue() {
        return looks.get() + bodyLooksMax;
    }

    void bodyHit() {
        boundHit.accept("body-time");
    }

    void hit(boolean served) {
        boundHit.accept(served ? "connection-idle" : "head-time");
    }
}
