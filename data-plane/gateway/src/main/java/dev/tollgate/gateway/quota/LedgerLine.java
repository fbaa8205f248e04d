package dev.tollgate.gateway.quota;

import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.BootEnded;
import dev.tollgate.model.quota.QuotaRequest;

/** The way to the ledger. What is said may be lost, as it is said again; nothing here waits. */
public interface LedgerLine {
    void say(TenantId tenant, QuotaRequest request);

    /**
     * @param kept runs once Kafka has it, on any thread
     */
    void say(BootEnded ended, Runnable kept);
}
