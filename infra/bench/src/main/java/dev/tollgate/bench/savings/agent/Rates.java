package dev.tollgate.bench.savings.agent;

/** What a million tokens cost, in dollars. */
public record Rates(double input, double cachedInput, double output) {
    static final double PER = 1_000_000;

    /** Those of the example in docs/tokens.md; most providers' stand to each other about so. */
    public static final Rates USUAL = new Rates(2.50, 0.25, 10);
}
