package dev.tollgate.control.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Alerts that nobody looks for any more. */
@ApplicationScoped
public class OldAlerts {
    private final AlertStore store;

    OldAlerts(AlertStore store) {
        this.store = store;
    }

    /** Deletes so many at the most of one tenant's; answers how many it was. */
    @Transactional
    public int forget(Instant before, int rowsMax) {
        return store.forget(before, rowsMax);
    }
}
