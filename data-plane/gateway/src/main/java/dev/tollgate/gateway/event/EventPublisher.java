package dev.tollgate.gateway.event;

import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.Partitions;
import dev.tollgate.model.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends the spool to {@link Topics#EVENTS} in its order. Within a partition no event ever overtakes another: the producer
 * has one request under way, never gives up on a record by time, and is shut the moment one fails; the next producer
 * begins at the first event that is not acknowledged. Readers drop what they have seen by gateway, boot and sequence.
 */
final class EventPublisher {
    static final int EVENTS_IN_FLIGHT_MAX = 20_000;
    /** Well below the producer's buffer, so that handing over an event does not wait for room in it. */
    static final long BYTES_IN_FLIGHT_MAX = 16L << 20;

    private static final int EVENTS_PER_STEP_MAX = 2_000;
    private static final Logger log = Logger.getLogger(EventPublisher.class);

    private final EventSpool spool;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private @Nullable Producer<byte[], byte[]> producer;
    private int partitions;
    /** Said once when it begins and once when it ends. */
    private volatile boolean waiting;

    private InFlight inFlight;
    private SpoolPosition position;

    EventPublisher(EventSpool spool, Supplier<Producer<byte[], byte[]>> producers) {
        this.spool = spool;
        this.producers = producers;
        this.position = spool.acknowledgedUpTo();
        this.inFlight = newInFlight();
    }

    private InFlight newInFlight() {
        return new InFlight(position, EVENTS_IN_FLIGHT_MAX, BYTES_IN_FLIGHT_MAX);
    }

    /** What a step came to. */
    enum Step {
        SENT,
        /** Nothing to send, or as much under way as may be. */
        IDLE,
        /** Kafka is not to be had; worth a pause. */
        FAILED
    }

    /** Sends what is there, up to a bound, and notes what has been acknowledged. One thread at a time. */
    Step step() {
        noteAcknowledged();
        if (inFlight.hasFailed()) {
            shut();
            return Step.FAILED;
        }
        SpooledEvent event = spool.read(position);
        if (event == null) {
            return Step.IDLE;
        }
        try {
            Producer<byte[], byte[]> open = open();
            int sent = 0;
            while (event != null && sent < EVENTS_PER_STEP_MAX && !inFlight.isFull() && !inFlight.hasFailed()) {
                send(open, event);
                sent++;
                event = spool.read(position);
            }
            return sent > 0 ? Step.SENT : Step.IDLE;
        } catch (KafkaException | IllegalStateException e) {
            fail(inFlight, e);
            return Step.FAILED;
        }
    }

    private void noteAcknowledged() {
        InFlight.Progress progress = inFlight.progress();
        if (progress.events() > 0) {
            spool.acknowledge(progress.position(), progress.events());
            if (waiting) {
                waiting = false;
                log.infof("events flow again, %d to go", spool.unacknowledged());
            }
        }
    }

    private Producer<byte[], byte[]> open() {
        Producer<byte[], byte[]> open = producer;
        if (open == null) {
            open = producers.get();
            producer = open;
            partitions = open.partitionsFor(Topics.EVENTS).size();
        }
        return open;
    }

    private void send(Producer<byte[], byte[]> open, SpooledEvent event) {
        TenantId tenant = new TenantId(EventEncoder.tenant(event.bytes()));
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                Topics.EVENTS,
                Partitions.of(tenant, partitions),
                tenant.toString().getBytes(StandardCharsets.US_ASCII),
                EventEncoder.complete(event.boot(), event.sequence(), event.bytes()));
        InFlight flight = inFlight;
        InFlight.Sent sent = flight.add(event);
        position = event.next();
        open.send(record, (metadata, failure) -> {
            if (failure == null) {
                flight.acknowledge(sent);
            } else if (!flight.hasFailed()) {
                fail(flight, failure);
                // Here, on the producer's own thread, so that nothing behind this event is sent.
                open.close(Duration.ZERO);
            }
        });
    }

    private void fail(InFlight flight, Exception why) {
        flight.fail();
        if (!waiting) {
            waiting = true;
            log.warnf("events wait on disk: %s", why.toString());
        }
    }

    /** Lets go of the producer; the next step begins behind what was acknowledged. */
    private void shut() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
            noteAcknowledged();
        }
        position = spool.acknowledgedUpTo();
        inFlight = newInFlight();
    }

    /** Waits for what is under way, no longer than given, and ends. */
    void close(Duration patience) {
        if (producer != null) {
            producer.close(patience);
            producer = null;
        }
        noteAcknowledged();
    }
}
