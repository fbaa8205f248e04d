package dev.tollgate.model.condition;

/** What a condition says of one call. Only {@link #HOLDS} lets it pass. */
public enum Verdict {
    HOLDS,
    DOES_NOT_HOLD,
    /** What it looks at is missing, of another type, or such that nothing can be said of it. */
    FAILED,
    /** The evaluation went beyond what one may cost. */
    TOO_COSTLY,
    /** It is no condition that this version can evaluate. */
    BROKEN;

    /** Whether it is an answer, rather than a reason why there is none. */
    public boolean isAnswer() {
        return this == HOLDS || this == DOES_NOT_HOLD;
    }
}
