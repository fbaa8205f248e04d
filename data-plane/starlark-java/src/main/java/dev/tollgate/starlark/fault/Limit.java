package dev.tollgate.starlark.fault;

/** What a script may have only so much of. The amounts are in {@code dev.tollgate.starlark.meter.Limits}. */
public enum Limit {
    /** Work: statements, calls, and elements looked at by built-ins. */
    STEPS("steps"),
    /** Bytes allocated over the whole run. */
    MEMORY("bytes of memory"),
    /** Calls within calls. */
    CALLS("calls within calls"),
    /** Brackets within brackets, blocks within blocks, values within values. */
    NESTING("levels of nesting"),
    /** Terms of one chain of operators or suffixes. */
    CHAIN("terms in a chain"),
    /** Bytes of source. */
    SOURCE("bytes of source"),
    /** Bits of an integer. */
    INTEGER("bits in an integer"),
    /** Bytes printed. */
    PRINT("bytes printed"),
    /** Bytes of the script's value. */
    RESULT("bytes in the result"),
    /** Calls of the host's functions. */
    HOST_CALLS("calls of host functions"),
    /** Bytes in one answer of the host. */
    HOST_RESULT("bytes in the answer of a host function");

    private final String unit;

    Limit(String unit) {
        this.unit = unit;
    }

    /** What is counted, in words that follow a number. */
    public String unit() {
        return unit;
    }
}
