package dev.tollgate.model.condition;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.tollgate.model.net.Cidr;

/**
 * Compiles conditions (Common Expression Language). They see {@code args}, {@code agent.name}, {@code agent.version},
 * {@code source.ip}, {@code now}, {@code server.name} and {@code tool.name}, and beside CEL's own functions
 * {@code source.ip.inNetwork("10.0.0.0/8")}.
 */
public final class Conditions {
    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(Condition.CHARS_MAX)
            .maxParseRecursionDepth(32)
            .maxParseExpressionNodeCount(500)
            .comprehensionMaxIterations(1_000)
            .maxRegexProgramSize(1_000)
            .enableHeterogeneousNumericComparisons(true)
            .build();
    private static final String IN_NETWORK = "string_in_network";

    private static final CelCompiler COMPILER = CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("args", MapType.create(SimpleType.STRING, SimpleType.DYN))
            .addVar("agent.name", SimpleType.STRING)
            .addVar("agent.version", SimpleType.STRING)
            .addVar("source.ip", SimpleType.STRING)
            .addVar("now", SimpleType.TIMESTAMP)
            .addVar("server.name", SimpleType.STRING)
            .addVar("tool.name", SimpleType.STRING)
            .addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(
                    "inNetwork",
                    CelOverloadDecl.newMemberOverload(
                            IN_NETWORK, SimpleType.BOOL, SimpleType.STRING, SimpleType.STRING)))
            .setResultType(SimpleType.BOOL)
            .build();
    private static final CelRuntime RUNTIME = CelRuntimeFactory.standardCelRuntimeBuilder()
            .setOptions(OPTIONS)
            .addFunctionBindings(CelFunctionBinding.from(
                    IN_NETWORK,
                    String.class,
                    String.class,
                    (address, network) -> Cidr.of(network).contains(address)))
            .build();

    private Conditions() {}

    /** Compiles a condition, or says where its first fault is. */
    public static Compilation compile(Condition condition) {
        CelValidationResult checked = COMPILER.compile(condition.text());
        if (checked.hasError()) {
            CelIssue first = checked.getErrors().getFirst();
            return new ConditionFault(
                    Math.max(1, first.getSourceLocation().getLine()),
                    Math.max(1, first.getSourceLocation().getColumn() + 1),
                    first.getMessage());
        }
        try {
            return new CompiledCondition(condition, RUNTIME.createProgram(checked.getAst()));
        } catch (CelValidationException | CelEvaluationException e) {
            return new ConditionFault(1, 1, String.valueOf(e.getMessage()));
        }
    }
}
