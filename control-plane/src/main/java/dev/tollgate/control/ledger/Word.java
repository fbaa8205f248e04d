package dev.tollgate.control.ledger;

import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.BootEnded;
import dev.tollgate.model.quota.QuotaRequest;

/** What a gateway says to the ledger. */
sealed interface Word {
    /**
     * @param tenant whose limit it is about, says the record's key
     */
    record Asked(TenantId tenant, QuotaRequest request) implements Word {}

    record Ended(BootEnded ended) implements Word {}
}
