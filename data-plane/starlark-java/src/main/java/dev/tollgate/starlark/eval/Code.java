package dev.tollgate.starlark.eval;

import dev.tollgate.starlark.syntax.FunctionSyntax;
import dev.tollgate.starlark.syntax.Parser;
import dev.tollgate.starlark.syntax.Resolver;
import dev.tollgate.starlark.value.Callable;
import dev.tollgate.starlark.value.Machine;
import dev.tollgate.starlark.value.Value;
import java.util.List;
import java.util.Map;

/** A file, compiled: immutable, for any number of runs at once. */
public final class Code {
    private static final String RESULT = "result";

    private final FunctionCode file;
    private final List<String> globals;
    private final List<String> externals;
    private final List<Integer> externalOffsets;

    private Code(FunctionCode file, List<String> globals, List<String> externals, List<Integer> externalOffsets) {
        this.file = file;
        this.globals = globals;
        this.externals = externals;
        this.externalOffsets = externalOffsets;
    }

    /** @throws dev.tollgate.starlark.fault.Stop when the source is no script, or exceeds a limit */
    public static Code compile(String source, Map<String, Value> universe) {
        FunctionSyntax syntax = Parser.parse(source);
        List<String> globals = Resolver.resolve(syntax);
        Compiler.Shared shared = new Compiler.Shared(syntax, universe);
        FunctionCode file = new Compiler(syntax, shared).compile();
        return new Code(file, globals, List.copyOf(shared.externals.keySet()), List.copyOf(shared.externalOffsets));
    }

    /** The names that the environment must bring, in the order of their first use. */
    public List<String> externals() {
        return externals;
    }

    /** Where the name at that index of {@link #externals()} is first used. */
    public int externalOffset(int index) {
        return externalOffsets.get(index);
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
