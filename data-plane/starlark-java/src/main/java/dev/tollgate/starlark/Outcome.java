package dev.tollgate.starlark;

import dev.tollgate.starlark.fault.Limit;
import dev.tollgate.starlark.meter.Usage;
import dev.tollgate.starlark.value.Value;

/** How a run ended. */
public sealed interface Outcome {
    /** What was printed until then. */
    String output();

    Usage usage();

    /**
     * The script came to its end.
     *
     * @param value the global {@code result}, or else the value of the last statement if that is an expression, or else
     *     {@code None}; a frozen copy, of data alone
     */
    record Completed(Value value, String output, Usage usage) implements Outcome {}

    /** The script is wrong, or something that it called failed and was not caught. */
    record Failed(Problem problem, String output, Usage usage) implements Outcome {}

    /** The script used all that it may of something. */
    record LimitReached(Limit limit, Problem problem, String output, Usage usage) implements Outcome {}

    /**
     * The run was no longer wanted.
     *
     * @param deadline true when its time was over, false when somebody called it off
     */
    record Cancelled(boolean deadline, Problem problem, String output, Usage usage) implements Outcome {}

    /** The interpreter itself failed, which is never the script's doing. Nothing is said about how. */
    record Defect(String output, Usage usage) implements Outcome {}
}
