package dev.tollgate.model.condition;

/** What a condition says of one call. Only {@link #HOLDS} lets it pass. */
public enum Verdict {
    HOLDS,
    DOES_NOT_HOLD,
    /** An argument is missing or of another type, or the evaluation went beyond its cost. */
    FAILED
}
