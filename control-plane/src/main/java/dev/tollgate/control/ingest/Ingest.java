package dev.tollgate.control.ingest;

import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Ingests for as long as this process leads, one session after another, on a thread of its own. */
final class Ingest implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Ingest.class);
    private static final long LEAD_RETRY_MILLIS = 2_000;
    private static final long BACK_OFF_MILLIS_MIN = 200;
    private static final long BACK_OFF_MILLIS_MAX = 5_000;
    private static final long CLOSE_MILLIS_MAX = 10_000;

    private final Leadership leadership;
    private final Supplier<EventLog> logs;
    private final CallStore store;
    private final EventCharges charges;
    private final LastUses uses;
    private final IngestMeter meter;
    private final InstantSource clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("ingest").daemon().unstarted(this::run);
    private int failuresInARow;

    Ingest(
            Leadership leadership,
            Supplier<EventLog> logs,
            CallStore store,
            EventCharges charges,
            LastUses uses,
            IngestMeter meter,
            InstantSource clock) {
        this.leadership = leadership;
        this.logs = logs;
        this.store = store;
        this.charges = charges;
        this.uses = uses;
        this.meter = meter;
        this.clock = clock;
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (!isClosing()) {
            if (leadership.acquire()) {
                leadOnce();
                pause(backOffMillis());
            } else {
                pause(LEAD_RETRY_MILLIS);
            }
        }
    }

    private void leadOnce() {
        try {
            store.migrate();
            session();
        } catch (RuntimeException e) {
            meter.sessionsFailed.incrementAndGet();
            failuresInARow++;
            report(e);
        } finally {
            meter.progress(null);
            leadership.release();
        }
    }

    private void session() {
        try (EventLog log = logs.get()) {
            var session = new IngestSession(log, store, charges, uses, meter, clock);
            if (failuresInARow > 0) {
                LOG.infof("ingest goes on after %d failures in a row", failuresInARow);
            }
            while (!isClosing() && leadership.isHeld()) {
                session.step();
                failuresInARow = 0;
            }
        }
    }

    /** An outage is told once; each attempt in it only to who wants to know. */
    private void report(RuntimeException e) {
        if (failuresInARow == 1) {
            LOG.warnf("ingest stopped and will begin again: %s", e.getMessage());
        }
        LOG.debug("why ingest stopped", e);
    }

    private long backOffMillis() {
        if (failuresInARow == 0) {
            return 0;
        }
        return Math.min(BACK_OFF_MILLIS_MAX, BACK_OFF_MILLIS_MIN << Math.min(failuresInARow, 10));
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void pause(long millis) {
        try {
            if (closing.await(millis, TimeUnit.MILLISECONDS)) {
                LOG.debug("ingest is closing");
            }
        } catch (InterruptedException e) {
            closing.countDown();
        }
    }

    /** Lets the insert in hand come to its end; one that doesn't is left to the next session, here or elsewhere. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(CLOSE_MILLIS_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
