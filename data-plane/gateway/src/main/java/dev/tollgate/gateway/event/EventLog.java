package dev.tollgate.gateway.event;

/** Where the events of this boot are recorded. Safe from any thread; never waits for disk or network. */
public interface EventLog {
    /**
     * Records an event so that it outlives the process, and gives it the next sequence number. To be called before the
     * answer is sent.
     *
     * @return false if it could not be recorded, because the spool is full or its disk has failed
     */
    boolean append(EventDraft draft);

    /** Whether an event would be recorded now; to be asked before a call is forwarded that must not go unrecorded. */
    boolean hasRoom();

    /** Whether at least half of the room is free; to be asked before recording what strangers could fill it with. */
    boolean hasPlenty();

    /** Events recorded, of this boot and earlier ones, that Kafka has not acknowledged. */
    long unacknowledged();
}
