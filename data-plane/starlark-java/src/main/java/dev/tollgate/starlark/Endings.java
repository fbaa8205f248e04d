package dev.tollgate.starlark;

import dev.tollgate.starlark.fault.CancelStop;
import dev.tollgate.starlark.fault.Limit;
import dev.tollgate.starlark.fault.LimitStop;
import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.meter.Limits;
import dev.tollgate.starlark.meter.Usage;

/** Whatever was thrown as an outcome. Nothing of Java gets past here: no class, no message, no trace. */
record Endings(String source, String output, Usage usage) {
    Outcome of(Throwable thrown) {
        return switch (thrown) {
            case ScriptFault fault ->
                new Outcome.Failed(Problem.at(source, fault.offset(), fault.text(), fault.hint()), output, usage);
            case LimitStop stop ->
                new Outcome.LimitReached(
                        stop.limit(), Problem.at(source, stop.offset(), stop.text(), ""), output, usage);
            case CancelStop stop ->
                new Outcome.Cancelled(
                        stop.deadline(), Problem.at(source, stop.offset(), stop.text(), ""), output, usage);
            case StackOverflowError _ -> of(new LimitStop(Limit.NESTING, Limits.LEVELS_MAX));
            default -> new Outcome.Defect(output, usage);
        };
    }
}
