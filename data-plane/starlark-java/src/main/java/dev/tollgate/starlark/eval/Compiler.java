package dev.tollgate.starlark.eval;

import dev.tollgate.starlark.eval.FunctionCode.Parameter.Kind;
import dev.tollgate.starlark.syntax.FunctionSyntax;
import dev.tollgate.starlark.syntax.FunctionSyntax.Parameter;
import dev.tollgate.starlark.syntax.Stmt;
import dev.tollgate.starlark.syntax.Variable;
import dev.tollgate.starlark.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the nodes of one function; the functions within have compilers of their own. */
final class Compiler {
    final FunctionSyntax syntax;
    final Shared shared;
    private final ExpressionCompiler expressions = new ExpressionCompiler(this);
    private int depth;
    private int levels;
    private int nodes;

    Compiler(FunctionSyntax syntax, Shared shared) {
        this.syntax = syntax;
        this.shared = shared;
    }

    /** What the functions of a file have in common: built-ins, and the names that the environment must bring. */
    static final class Shared {
        final FunctionSyntax file;
        final Map<String, Value> universe;
        final Map<String, Integer> externals = new LinkedHashMap<>();
        final List<Integer> externalOffsets = new ArrayList<>();
        final Map<String, Set<String>> fields = new LinkedHashMap<>();

        Shared(FunctionSyntax file, Map<String, Value> universe) {
            this.file = file;
            this.universe = universe;
        }

        int external(String name, String field, int offset) {
            fields.computeIfAbsent(name, _ -> new TreeSet<>()).add(field);
            return externals.computeIfAbsent(name, _ -> {
                externalOffsets.add(offset);
                return externals.size();
            });
        }
    }

    FunctionCode compile() {
        Step body = new StatementCompiler(this, expressions).body(syntax.body());
        List<FunctionCode.Parameter> parameters = parameters();
        boolean simple = parameters.stream().allMatch(p -> p.kind() == Kind.POSITIONAL);
        return new FunctionCode(
                syntax.name(), parameters, syntax.locals(), syntax.cells(), body, tail(body), levels, simple);
    }

    private @Nullable CallNode tail(Step body) {
        boolean single = syntax.body().size() == 1 && syntax.body().getFirst() instanceof Stmt.Return;
        return single
                        && body instanceof Steps.Block block
                        && block.only() instanceof Steps.Return last
                        && last.value instanceof CallNode call
                ? call
                : null;
    }

    private List<FunctionCode.Parameter> parameters() {
        List<FunctionCode.Parameter> result = new ArrayList<>();
        boolean starred = false;
        for (Parameter parameter : syntax.parameters()) {
            Kind kind = switch (parameter.kind()) {
                case PLAIN -> starred ? Kind.KEYWORD_ONLY : Kind.POSITIONAL;
                case STAR -> Kind.STAR;
                case STAR_STAR -> Kind.STAR_STAR;
            };
            starred |= kind == Kind.STAR;
            if (!parameter.name().isEmpty()) {
                Variable variable = syntax.parameterVariables().get(result.size());
                result.add(new FunctionCode.Parameter(parameter.name(), kind, variable.cell()));
            }
        }
        return List.copyOf(result);
    }

    /** One more level of the tree begins. */
    void enter() {
        nodes++;
        levels = Math.max(levels, ++depth);
    }

    void leave() {
        depth--;
    }

    /** How many nodes were made until now: the difference tells the size of what was compiled in between. */
    int nodes() {
        return nodes;
    }

    MakeFunction function(FunctionSyntax inner, int offset) {
        FunctionCode code = new Compiler(inner, shared).compile();
        List<@Nullable Node> defaults = new ArrayList<>();
        for (Parameter parameter : inner.parameters()) {
            if (!parameter.name().isEmpty()) {
                defaults.add(expressions.optional(parameter.defaultValue()));
            }
        }
        MakeFunction.Source[] free = inner.free().stream()
                .map(v -> v.owner() == syntax
                        ? new MakeFunction.Source(true, v.cell())
                        : new MakeFunction.Source(false, syntax.free().indexOf(v)))
                .toArray(MakeFunction.Source[]::new);
        return new MakeFunction(code, defaults.toArray(Node[]::new), free, offset);
    }
}
