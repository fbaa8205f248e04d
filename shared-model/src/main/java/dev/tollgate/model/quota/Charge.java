package dev.tollgate.model.quota;

/** What one call took from one lease, in the unit of its limit. */
public record Charge(LeaseId lease, long amount) {
    public Charge {
        if (amount < 0) {
            throw new IllegalArgumentException("a charge is not negative: " + amount);
        }
    }
}
