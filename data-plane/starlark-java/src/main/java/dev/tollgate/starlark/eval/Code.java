package dev.tollgate.starlark.eval;

import dev.tollgate.starlark.syntax.FunctionSyntax;
import dev.tollgate.starlark.syntax.Parser;
import dev.tollgate.starlark.syntax.Resolver;
import dev.tollgate.starlark.value.Callable;
import dev.tollgate.starlark.value.Machine;
import dev.tollgate.starlark.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A file, compiled: immutable, for any number of runs at once. */
public final class Code {
    /** In place of a field, of a name that is used in another way than by a field of it. */
    static final String WHOLE = "";

    private static final String RESULT = "result";

    private final FunctionCode file;
    private final List<String> globals;
    private final List<String> externals;
    private final List<Integer> externalOffsets;
    private final Map<String, Set<String>> fields;

    private Code(FunctionCode file, List<String> globals, Compiler.Shared shared) {
        this.file = file;
        this.globals = globals;
        this.externals = List.copyOf(shared.externals.keySet());
        this.externalOffsets = List.copyOf(shared.externalOffsets);
        this.fields = Map.copyOf(shared.fields);
    }

    /** @throws dev.tollgate.starlark.fault.Stop when the source is no script, or exceeds a limit */
    public static Code compile(String source, Map<String, Value> universe) {
        FunctionSyntax syntax = Parser.parse(source);
        List<String> globals = Resolver.resolve(syntax);
        Compiler.Shared shared = new Compiler.Shared(syntax, universe);
        FunctionCode file = new Compiler(syntax, shared).compile();
        return new Code(file, globals, shared);
    }

    /** The names that the environment must bring, in the order of their first use. */
    public List<String> externals() {
        return externals;
    }

    /** Where the name at that index of {@link #externals()} is first used. */
    public int externalOffset(int index) {
        return externalOffsets.get(index);
    }

    /** The fields of an external that the script can use, in order; empty if it can use any. */
    public Optional<Set<String>> fields(String external) {
        return Optional.ofNullable(fields.get(external)).filter(used -> !used.contains(WHOLE));
    }

    public List<String> globals() {
        return globals;
    }

    /**
     * Runs the file.
     *
     * @param environment values for {@link #externals()}, in that order
     * @return the global {@code result}, or else the value of the last statement if that is an expression, or else None
     */
    public Value run(Machine machine, Value[] environment) {
        Module module = new Module(machine, globals.size(), environment);
        Value last = new Function(file, new Value[0], Cell.NONE, module).call(machine, new Value[0], Callable.NO_NAMES);
        int slot = globals.indexOf(RESULT);
        Value result = slot < 0 ? null : module.globals[slot];
        return result == null ? last : result;
    }
}
