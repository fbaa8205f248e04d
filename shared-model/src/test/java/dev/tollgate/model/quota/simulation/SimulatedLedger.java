package dev.tollgate.model.quota.simulation;

import dev.tollgate.model.quota.BootEnded;
import dev.tollgate.model.quota.ChargedEvent;
import dev.tollgate.model.quota.QuotaAnswer;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaRequest;
import dev.tollgate.model.quota.ledger.Figures;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** The ledger of a world: the rules alone, or with rows and topics as they are. Its crashes are its own. */
public interface SimulatedLedger {
    void receive(QuotaRequest request);

    void receive(ChargedEvent event);

    void receive(BootEnded end);

    Instant clock();

    Figures figures(QuotaLimit limit);

    /** Makes the ledger of a world. */
    @FunctionalInterface
    interface Maker {
        SimulatedLedger make(Agenda agenda, Weather weather, List<QuotaLimit> limits, Consumer<QuotaAnswer> sends);
    }
}
