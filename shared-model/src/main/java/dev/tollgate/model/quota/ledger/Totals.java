package dev.tollgate.model.quota.ledger;

/**
 * Counters since an account was opened: what was granted is spent, returned or still held. They wrap, like any counter that is
 * never set back; their differences stay right.
 */
public record Totals(long granted, long spent, long returned) {
    public static final Totals NONE = new Totals(0, 0, 0);

    public long held() {
        return granted - spent - returned;
    }

    Totals plusGranted(long amount) {
        return new Totals(granted + amount, spent, returned);
    }

    Totals plusSpent(long amount) {
        return new Totals(granted, spent + amount, returned);
    }

    Totals plusReturned(long amount) {
        return new Totals(granted, spent, returned + amount);
    }
}
