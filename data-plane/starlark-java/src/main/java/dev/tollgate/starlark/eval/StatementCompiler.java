package dev.tollgate.starlark.eval;

import dev.tollgate.starlark.syntax.Expr;
import dev.tollgate.starlark.syntax.Stmt;
import dev.tollgate.starlark.value.None;
import java.util.List;

/** Statements as steps. */
final class StatementCompiler {
    private static final int NODES_A_STEP = 8;

    private final Compiler compiler;
    private final ExpressionCompiler expressions;
    /** True for the statements of the file itself. */
    private boolean file;

    StatementCompiler(Compiler compiler, ExpressionCompiler expressions) {
        this.compiler = compiler;
        this.expressions = expressions;
    }

    /** What running so many nodes once is taken to cost. */
    static int cost(int nodes) {
        return 1 + nodes / NODES_A_STEP;
    }

    Step body(List<Stmt> statements) {
        file = compiler.syntax == compiler.shared.file;
        return block(statements);
    }

    private Step block(List<Stmt> statements) {
        boolean outermost = file;
        file = false;
        compiler.enter();
        Step[] steps = new Step[statements.size()];
        int cost = 0;
        for (int i = 0; i < steps.length; i++) {
            int before = compiler.nodes();
            steps[i] = step(statements.get(i), outermost && i == steps.length - 1);
            cost += cost(compiler.nodes() - before);
        }
        compiler.leave();
        return new Steps.Block(steps, cost);
    }

    private Step step(Stmt statement, boolean last) {
        compiler.enter();
        Step step = switch (statement) {
            case Stmt.Expression s -> new Steps.Evaluate(expressions.compile(s.expression()), last);
            case Stmt.Assign s -> new Steps.Assign(expressions.target(s.target()), expressions.compile(s.value()));
            case Stmt.Augment s -> augment(s);
            case Stmt.If s -> ifStep(s);
            case Stmt.For s ->
                new Steps.For(
                        expressions.target(s.target()), expressions.compile(s.iterable()), block(s.body()), s.offset());
            case Stmt.Def s ->
                new Steps.Assign(expressions.target(s.name()), compiler.function(s.function(), s.offset()));
            case Stmt.Return s ->
                new Steps.Return(s.value() == null ? new Names.Constant(None.NONE) : expressions.compile(s.value()));
            case Stmt.Break _ -> new Steps.Jump(Step.Flow.BREAK);
            case Stmt.Continue _ -> new Steps.Jump(Step.Flow.CONTINUE);
            case Stmt.Pass _ -> new Steps.Jump(Step.Flow.NEXT);
        };
        compiler.leave();
        return step;
    }

    private Step augment(Stmt.Augment s) {
        Node value = expressions.compile(s.value());
        return s.target() instanceof Expr.Index index
                ? new Steps.AugmentElement(
                        expressions.compile(index.object()),
                        expressions.compile(index.index()),
                        s.operator(),
                        value,
                        s.offset())
                : new Steps.AugmentVariable(
                        expressions.target(s.target()),
                        expressions.compile(s.target()),
                        s.operator(),
                        value,
                        s.offset());
    }

    private Step ifStep(Stmt.If s) {
        int count = s.branches().size();
        Node[] conditions = new Node[count];
        Step[] blocks = new Step[count];
        for (int i = 0; i < count; i++) {
            conditions[i] = expressions.compile(s.branches().get(i).condition());
            blocks[i] = block(s.branches().get(i).body());
        }
        return new Steps.If(conditions, blocks, s.otherwise().isEmpty() ? null : block(s.otherwise()));
    }
}
