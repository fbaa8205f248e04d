package dev.tollgate.gateway.event;

import dev.tollgate.model.quota.BootEnded;
import java.util.List;

/** The processes that had this gateway's disk before this one. Safe from any thread. */
public interface EarlierBoots {
    /** Those of which the ledger was not told that they are over; none until Kafka has all of their events. */
    List<BootEnded> ended();

    /** Kafka has it that this one is over. */
    void told(BootEnded ended);
}
