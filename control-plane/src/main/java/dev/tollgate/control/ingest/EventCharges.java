package dev.tollgate.control.ingest;

import dev.tollgate.control.ledger.TenantEvent;
import dev.tollgate.model.event.ToolCallEvent;
import dev.tollgate.model.quota.ChargedEvent;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Hands on what calls took of leases, and that there was a call where they took nothing. */
final class EventCharges {
    private final Consumer<Collection<TenantEvent>> ledger;

    /**
     * @param ledger returns when it has written down what it was given, and counts once what it is given twice; else it throws
     */
    EventCharges(Consumer<Collection<TenantEvent>> ledger) {
        this.ledger = ledger;
    }

    void take(List<CallRow> rows) {
        ledger.accept(rows.stream().map(CallRow::event).map(EventCharges::of).toList());
    }

    private static TenantEvent of(ToolCallEvent event) {
        return new TenantEvent(
                event.tenant(),
                new ChargedEvent(
                        event.boot(), event.sequence(), event.charges() == null ? List.of() : event.charges()));
    }
}
