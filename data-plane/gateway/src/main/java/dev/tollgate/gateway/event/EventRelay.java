package dev.tollgate.gateway.event;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/** The two threads behind the spool: one makes segments ready, one sends. */
final class EventRelay implements AutoCloseable {
    private static final long PREPARE_PAUSE_NANOS = Duration.ofMillis(20).toNanos();
    private static final long IDLE_PAUSE_NANOS_MIN = Duration.ofMillis(4).toNanos();
    private static final long IDLE_PAUSE_NANOS_MAX = Duration.ofMillis(16).toNanos();
    private static final long FAILURE_PAUSE_NANOS = Duration.ofMillis(500).toNanos();
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);
    private static final Logger log = Logger.getLogger(EventRelay.class);

    private final EventSpool spool;
    private final EventPublisher publisher;
    private final Thread preparing;
    private final Thread sending;
    private volatile boolean closing;

    EventRelay(EventSpool spool, EventPublisher publisher) {
        this.spool = spool;
        this.publisher = publisher;
        this.preparing = Thread.ofPlatform().daemon().name("event-spool").unstarted(this::prepare);
        this.sending = Thread.ofPlatform().daemon().name("event-publisher").unstarted(this::send);
    }

    void start() {
        preparing.start();
        sending.start();
    }

    private void prepare() {
        boolean failed = false;
        while (!closing) {
            try {
                spool.prepareSpare();
                failed = false;
                LockSupport.parkNanos(PREPARE_PAUSE_NANOS);
            } catch (IOException e) {
                if (!failed) {
                    log.errorf("the event spool cannot grow: %s", e.toString());
                }
                failed = true;
                LockSupport.parkNanos(FAILURE_PAUSE_NANOS);
            }
        }
    }

    private void send() {
        long idlePauseNanos = IDLE_PAUSE_NANOS_MIN;
        while (!closing) {
            switch (step()) {
                case SENT -> idlePauseNanos = IDLE_PAUSE_NANOS_MIN;
                case IDLE -> {
                    LockSupport.parkNanos(idlePauseNanos);
                    idlePauseNanos = Math.min(2 * idlePauseNanos, IDLE_PAUSE_NANOS_MAX);
                }
                case FAILED -> LockSupport.parkNanos(FAILURE_PAUSE_NANOS);
            }
        }
    }

    private EventPublisher.Step step() {
        try {
            return publisher.step();
        } catch (RuntimeException e) {
            // A bug; the events stay where they are and the thread stays alive to be looked at.
            log.error("sending events failed", e);
            return EventPublisher.Step.FAILED;
        }
    }

    /** Sends what it can in a moment; the rest waits for the next boot. */
    @Override
    public void close() throws InterruptedException {
        long deadline = System.nanoTime() + LAST_WORDS.toNanos();
        closing = true;
        preparing.join(LAST_WORDS);
        if (!sending.join(LAST_WORDS)) {
            // It waits for Kafka, which is not there.
            sending.interrupt();
            sending.join(LAST_WORDS);
        }
        while (System.nanoTime() < deadline && step() == EventPublisher.Step.SENT) {
            Thread.onSpinWait();
        }
        publisher.close(LAST_WORDS);
        spool.close();
    }
}
