package dev.tollgate.starlark;

import dev.tollgate.starlark.value.Value;
import java.util.List;
import java.util.Map;

/**
 * A function of the host's that scripts can call. Arguments come as frozen copies, and the answer is made anew for the run:
 * data alone passes. It runs on the script's thread, or within {@code parallel([…])} on one of the host's.
 */
@FunctionalInterface
public interface HostFunction {
    /**
     * @throws HostFailure an error that the script sees, and can catch
     * @throws Exception any other is shown as nothing but "failed"
     */
    Answer call(Arguments arguments) throws Exception;

    /** What came of a call. */
    @FunctionalInterface
    interface Answer {
        /**
         * Makes it a value of the run that called, on the script's thread.
         *
         * @throws HostFailure an error that the script sees, and can catch
         */
        Value taken(Intake intake) throws HostFailure;

        /** A value that is there already; it is copied. */
        static Answer of(Value value) {
            return intake -> intake.copy(value);
        }
    }

    /**
     * Named arguments keep their order.
     *
     * @param number how many calls of the host the script had begun before: the same in each run that is answered the same
     */
    record Arguments(int number, List<Value> positional, Map<String, Value> named) {}
}
