package dev.tollgate.gateway.event;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Events handed to one producer and not acknowledged, in the order of the spool. Partitions acknowledge in their own
 * time; the position advances over what has no gap.
 */
final class InFlight {
    private final int eventsMax;
    private final long bytesMax;
    private final Deque<Sent> sent = new ArrayDeque<>();
    private long bytes;
    private boolean failed;
    private SpoolPosition acknowledged;
    private long newlyAcknowledged;

    InFlight(SpoolPosition start, int eventsMax, long bytesMax) {
        this.acknowledged = start;
        this.eventsMax = eventsMax;
        this.bytesMax = bytesMax;
    }

    synchronized boolean isFull() {
        return sent.size() >= eventsMax || bytes >= bytesMax;
    }

    synchronized Sent add(SpooledEvent event) {
        Sent one = new Sent(event.next(), event.bytes().length);
        sent.addLast(one);
        bytes += one.bytes;
        return one;
    }

    synchronized void acknowledge(Sent one) {
        one.acknowledged = true;
        while (!sent.isEmpty() && sent.peekFirst().acknowledged) {
            Sent first = sent.removeFirst();
            bytes -= first.bytes;
            acknowledged = first.next;
            newlyAcknowledged++;
        }
    }

    synchronized void fail() {
        failed = true;
    }

    synchronized boolean hasFailed() {
        return failed;
    }

    /** Tells how far acknowledgement has come since it was asked last. */
    synchronized Progress progress() {
        Progress progress = new Progress(acknowledged, newlyAcknowledged);
        newlyAcknowledged = 0;
        return progress;
    }

    record Progress(SpoolPosition position, long events) {}

    static final class Sent {
        private final SpoolPosition next;
        private final int bytes;
        private boolean acknowledged;

        private Sent(SpoolPosition next, int bytes) {
            this.next = next;
            this.bytes = bytes;
        }
    }
}
