package dev.tollgate.model.api;

/** Who said what a tool costs. */
public enum PriceOrigin {
    /** The tenant. */
    OWN,
    /** The operator's catalogue, which the tenant may override by a price of its own. */
    CATALOGUE
}
