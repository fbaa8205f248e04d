package dev.tollgate.starlark;

import dev.tollgate.starlark.eval.Code;
import dev.tollgate.starlark.fault.Limit;
import dev.tollgate.starlark.fault.Nearest;
import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.fault.Stop;
import dev.tollgate.starlark.lib.Universe;
import dev.tollgate.starlark.meter.Interruption;
import dev.tollgate.starlark.meter.Limits;
import dev.tollgate.starlark.meter.Meter;
import dev.tollgate.starlark.meter.Usage;
import dev.tollgate.starlark.value.Crossing;
import dev.tollgate.starlark.value.Machine;
import dev.tollgate.starlark.value.Parallelism;
import dev.tollgate.starlark.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A script, compiled. It is immutable and knows nothing of who runs it: any number of threads may run it at once, each in
 * an environment of its own. A script that does not compile is a program too, and each run of it ends as its compilation
 * did. No method throws what the script does.
 */
public final class Program {
    private static final Map<String, Value> UNIVERSE = Universe.names();
    private static final Usage NOTHING_USED = new Usage(0, 0, 0);

    private final String source;
    private final @Nullable Code code;
    private final @Nullable Outcome problem;

    private Program(String source, @Nullable Code code, @Nullable Outcome problem) {
        this.source = source;
        this.code = code;
        this.problem = problem;
    }

    /** @param source at most {@link Limits#SOURCE_BYTES_MAX} bytes of UTF-8 */
    public static Program compile(String source) {
        try {
            return new Program(source, Code.compile(source, UNIVERSE), null);
        } catch (Throwable thrown) {
            return new Program(source, null, new Endings(source, "", NOTHING_USED).of(thrown));
        }
    }

    public String source() {
        return source;
    }

    /** Why the script does not compile; empty where it does. */
    public Optional<Outcome> problem() {
        return Optional.ofNullable(problem);
    }

    /** The names that the script uses and neither binds nor finds built in: the environment must bring them. */
    public List<String> externals() {
        return code == null ? List.of() : code.externals();
    }

    /**
     * The fields of an external that the script can use, in order, whatever it does; empty if that can be any, since it
     * uses the external otherwise than by a field of it.
     */
    public Optional<Set<String>> fields(String external) {
        return code == null ? Optional.of(Set.of()) : code.fields(external);
    }

    /** Runs within the standard limits, for as long as it takes. */
    public Outcome run(Environment environment) {
        return run(environment, Limits.standard(), Interruption.none(), Parallelism.sequential());
    }

    /**
     * Runs the script on the calling thread, which needs a stack of 512 KiB.
     *
     * @param interruption asked again and again whether the run is still wanted
     * @param parallelism runs the host calls of {@code parallel([…])}
     */
    public Outcome run(Environment environment, Limits limits, Interruption interruption, Parallelism parallelism) {
        if (code == null) {
            return problem == null ? new Outcome.Defect("", NOTHING_USED) : problem;
        }
        Meter meter = new Meter(limits, interruption);
        Machine machine = new Machine(meter, parallelism);
        try {
            meter.poll();
            Value value = code.run(machine, externals(code, environment));
            Value copy = Crossing.copy(meter, value, Limit.RESULT, limits.resultBytes());
            return new Outcome.Completed(copy, machine.output(), meter.usage());
        } catch (Throwable thrown) {
            return new Endings(source, machine.output(), meter.usage()).of(thrown);
        }
    }

    /** Names are checked before anything runs, so that a misspelt one has no half-done work before it. */
    private static Value[] externals(Code code, Environment environment) {
        Value[] values = new Value[code.externals().size()];
        for (int i = 0; i < values.length; i++) {
            String name = code.externals().get(i);
            Value value = environment.values().get(name);
            if (value == null) {
                throw undefined(code, environment, name).<Stop>at(code.externalOffset(i));
            }
            values[i] = value;
        }
        return values;
    }

    private static ScriptFault undefined(Code code, Environment environment, String name) {
        List<String> known = new ArrayList<>(environment.values().keySet());
        known.addAll(code.globals());
        known.addAll(UNIVERSE.keySet());
        known.sort(null);
        String instead = Universe.instead(name);
        return new ScriptFault(
                "name '" + name + "' is not defined", instead.isEmpty() ? Nearest.hint(name, known) : instead);
    }
}
