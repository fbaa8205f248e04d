package dev.tollgate.control.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;

/** Where ingest brings what calls took of leases. */
@ApplicationScoped
public class LedgerCharges {
    private final StoredLedger ledger;

    LedgerCharges(StoredLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * Returns when they are in the books; an event that came before changes nothing. Events without charges belong here too:
     * without them nobody could say that all of a boot's events are here.
     */
    public void take(Collection<TenantEvent> events) {
        ledger.charge(events, Instant.now());
    }
}
