package dev.tollgate.model.quota.ledger;

import java.util.List;

/** All that a ledger needs to begin again. */
public record LedgerRows(List<AccountRow> accounts, List<TrailRow> trails) {
    public LedgerRows {
        accounts = List.copyOf(accounts);
        trails = List.copyOf(trails);
    }

    public static LedgerRows none() {
        return new LedgerRows(List.of(), List.of());
    }
}
