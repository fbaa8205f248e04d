package dev.tollgate.starlark;

import dev.tollgate.starlark.fault.Limit;
import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.fault.Stop;
import dev.tollgate.starlark.meter.Meter;
import dev.tollgate.starlark.value.Crossing;
import dev.tollgate.starlark.value.Machine;
import dev.tollgate.starlark.value.Outside;
import dev.tollgate.starlark.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A host's function as a script sees it. */
final class HostCallable implements Outside {
    private final String name;
    private final HostFunction function;

    HostCallable(String name, HostFunction function) {
        this.name = name;
        this.function = function;
    }

    @Override
    public Pending begin(Machine machine, Value[] arguments, String[] names) {
        Meter meter = machine.meter();
        int number = meter.hostCall();
        int positional = arguments.length - names.length;
        List<Value> byPlace = new ArrayList<>(positional);
        for (int i = 0; i < positional; i++) {
            byPlace.add(copy(meter, arguments[i]));
        }
        Map<String, Value> byName = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            byName.put(names[i], copy(meter, arguments[positional + i]));
        }
        return new HostCall(new HostFunction.Arguments(
                number, Collections.unmodifiableList(byPlace), Collections.unmodifiableMap(byName)));
    }

    private static Value copy(Meter meter, Value argument) {
        return Crossing.copy(meter, argument, Limit.MEMORY, meter.limits().memoryBytes());
    }

    private final class HostCall implements Pending {
        private final HostFunction.Arguments arguments;
        private volatile HostFunction.@Nullable Answer answer;
        private volatile String failure = "did not run";

        HostCall(HostFunction.Arguments arguments) {
            this.arguments = arguments;
        }

        @Override
        public void run() {
            try {
                answer = function.call(arguments);
            } catch (HostFailure known) {
                failure = String.valueOf(known.getMessage());
            } catch (Throwable unknown) {
                failure = "failed";
            }
        }

        @Override
        public Value finish(Machine machine) {
            HostFunction.Answer given = answer;
            if (given == null) {
                throw failed(failure);
            }
            try {
                return given.taken(new Intake(machine.meter()));
            } catch (HostFailure known) {
                throw failed(String.valueOf(known.getMessage()));
            } catch (Stop stop) {
                throw stop;
            } catch (RuntimeException unknown) {
                throw failed("failed");
            }
        }

        private ScriptFault failed(String words) {
            return new ScriptFault(name + ": " + words);
        }
    }

    @Override
    public String name() {
        return name;
    }

    /** All of the host's share it: their names, which differ, tell them apart in hashing, and they themselves when compared. */
    @Override
    public long identity() {
        return 0;
    }

    @Override
    public String text() {
        return "<built-in function " + name + ">";
    }

    @Override
    public String type() {
        return "builtin_function_or_method";
    }
}
