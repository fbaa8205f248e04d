package dev.tollgate.starlark.eval;

import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.lib.Formats;
import dev.tollgate.starlark.syntax.Expr;
import dev.tollgate.starlark.syntax.Operator;
import dev.tollgate.starlark.syntax.Variable;
import dev.tollgate.starlark.value.Bytes;
import dev.tollgate.starlark.value.Int;
import dev.tollgate.starlark.value.Real;
import dev.tollgate.starlark.value.Str;
import dev.tollgate.starlark.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Expressions and targets as nodes. */
final class ExpressionCompiler {
    private final Compiler compiler;

    ExpressionCompiler(Compiler compiler) {
        this.compiler = compiler;
    }

    Node compile(Expr expression) {
        compiler.enter();
        Node node = node(expression);
        compiler.leave();
        return node;
    }

    @Nullable
    Node optional(@Nullable Expr expression) {
        return expression == null ? null : compile(expression);
    }

    private Node[] all(List<Expr> expressions) {
        Node[] nodes = new Node[expressions.size()];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = compile(expressions.get(i));
        }
        return nodes;
    }

    private Node node(Expr expression) {
        return switch (expression) {
            case Expr.IntLiteral e -> new Names.Constant(Int.of(e.value()));
            case Expr.FloatLiteral e -> new Names.Constant(new Real(e.value()));
            case Expr.StringLiteral e -> new Names.Constant(Str.of(e.value()));
            case Expr.BytesLiteral e -> new Names.Constant(Bytes.owning(e.value()));
            case Expr.Name e -> name(e);
            case Expr.FString e -> interpolation(e);
            case Expr.ListExpr e -> new Displays.Elements(all(e.elements()), false, e.offset());
            case Expr.TupleExpr e -> new Displays.Elements(all(e.elements()), true, e.offset());
            case Expr.DictExpr e -> entries(e);
            case Expr.Comprehension e -> comprehension(e);
            case Expr.Unary e -> new Operations.Unary(e.operator(), compile(e.operand()), e.offset());
            case Expr.Chain e -> chain(e);
            case Expr.Conditional e ->
                new Operations.Conditional(compile(e.condition()), compile(e.then()), compile(e.otherwise()));
            case Expr.Call e -> call(e);
            case Expr.Dot e -> new Operations.Attribute(object(e), e.name(), e.offset());
            case Expr.Index e -> new Operations.Index(compile(e.object()), compile(e.index()), e.offset());
            case Expr.Slice e ->
                new Operations.Slice(
                        compile(e.object()), optional(e.from()), optional(e.to()), optional(e.step()), e.offset());
            case Expr.Lambda e -> compiler.function(e.function(), e.offset());
        };
    }

    /** What stands before a dot; of an external it is known then that nothing but a field is used. */
    private Node object(Expr.Dot dot) {
        if (dot.object() instanceof Expr.Name name
                && name.variable() == null
                && !compiler.shared.universe.containsKey(name.name())) {
            compiler.enter();
            compiler.leave();
            return external(name, dot.name());
        }
        return compile(dot.object());
    }

    private Node external(Expr.Name name, String field) {
        return new Names.External(compiler.shared.external(name.name(), field, name.offset()));
    }

    private Node name(Expr.Name name) {
        Variable variable = name.variable();
        if (variable == null) {
            Value builtin = compiler.shared.universe.get(name.name());
            return builtin != null ? new Names.Constant(builtin) : external(name, Code.WHOLE);
        }
        if (variable.global()) {
            return new Names.Global(variable.slot(), name.name(), name.offset());
        }
        if (name.free() >= 0) {
            return new Names.Captured(false, name.free(), name.name(), name.offset());
        }
        return variable.captured()
                ? new Names.Captured(true, variable.cell(), name.name(), name.offset())
                : new Names.Local(variable.slot(), name.name(), name.offset());
    }

    private Node interpolation(Expr.FString e) {
        int count = e.parts().size();
        String[] texts = new String[count];
        @Nullable Node[] values = new Node[count];
        Formats.Field[] fields = new Formats.Field[count];
        for (int i = 0; i < count; i++) {
            Expr.Part part = e.parts().get(i);
            texts[i] = part.text();
            values[i] = optional(part.expression());
            try {
                fields[i] = Formats.field(part.spec(), part.repr());
            } catch (ScriptFault fault) {
                throw fault.at(e.offset());
            }
        }
        return new Displays.Interpolation(texts, values, fields, e.offset());
    }

    private Node entries(Expr.DictExpr e) {
        int count = e.entries().size();
        Node[] keys = new Node[count];
        Node[] values = new Node[count];
        int[] offsets = new int[count];
        for (int i = 0; i < count; i++) {
            Expr.Entry entry = e.entries().get(i);
            keys[i] = compile(entry.key());
            values[i] = compile(entry.value());
            offsets[i] = entry.key().offset();
        }
        return new Displays.Entries(keys, values, offsets);
    }

    private Node comprehension(Expr.Comprehension e) {
        int before = compiler.nodes();
        Comprehension.Clause[] clauses = new Comprehension.Clause[e.clauses().size()];
        for (int i = 0; i < clauses.length; i++) {
            Expr.Clause clause = e.clauses().get(i);
            Target target = clause.target() == null ? null : target(clause.target());
            clauses[i] = new Comprehension.Clause(target, compile(clause.operand()), clause.offset());
            // A loop within a loop stands one level deeper, and takes two frames.
            compiler.enter();
            compiler.enter();
        }
        Node body = compile(e.body());
        Node value = optional(e.value());
        for (int i = 0; i < clauses.length; i++) {
            compiler.leave();
            compiler.leave();
        }
        int cost = StatementCompiler.cost(compiler.nodes() - before);
        return new Comprehension(
                body, value, clauses, e.variables(), cost, e.body().offset());
    }

    private Node chain(Expr.Chain e) {
        Operator first = e.links().getFirst().operator();
        Node left = compile(e.first());
        int count = e.links().size();
        Node[] operands = new Node[count];
        Operator[] operators = new Operator[count];
        int[] offsets = new int[count];
        for (int i = 0; i < count; i++) {
            Expr.Link link = e.links().get(i);
            operands[i] = compile(link.operand());
            operators[i] = link.operator();
            offsets[i] = link.offset();
        }
        if (first == Operator.OR || first == Operator.AND) {
            Node[] all = new Node[operands.length + 1];
            all[0] = left;
            System.arraycopy(operands, 0, all, 1, operands.length);
            return new Operations.Logical(first == Operator.OR, all);
        }
        if (operands.length == 1) {
            return new Binary(first, left, operands[0], e.offset());
        }
        return new Operations.Chain(left, operators, operands, offsets);
    }

    private Node call(Expr.Call e) {
        ArgumentNodes arguments = arguments(e.arguments());
        return e.callee() instanceof Expr.Dot dot
                ? new CallNode(object(dot), dot.name(), arguments, dot.offset(), e.offset())
                : new CallNode(compile(e.callee()), null, arguments, e.offset(), e.offset());
    }

    private ArgumentNodes arguments(List<Expr.Argument> arguments) {
        Node star = null;
        Node starStar = null;
        List<Node> plain = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Expr.Argument argument : arguments) {
            Node value = compile(argument.value());
            switch (argument.kind()) {
                case STAR -> star = value;
                case STAR_STAR -> starStar = value;
                case POSITIONAL -> plain.add(value);
                case NAMED -> {
                    plain.add(value);
                    names.add(argument.name());
                }
            }
        }
        return new ArgumentNodes(plain.toArray(new Node[0]), names.toArray(new String[0]), star, starStar);
    }

    Target target(Expr expression) {
        return switch (expression) {
            case Expr.Name name -> target(name);
            case Expr.Index e -> new Target.Element(compile(e.object()), compile(e.index()), e.offset());
            case Expr.TupleExpr e -> several(e.elements(), e.offset());
            case Expr.ListExpr e -> several(e.elements(), e.offset());
            default -> throw new IllegalStateException("no target");
        };
    }

    private Target several(List<Expr> targets, int offset) {
        compiler.enter();
        Target several = new Target.Several(targets.stream().map(this::target).toArray(Target[]::new), offset);
        compiler.leave();
        return several;
    }

    private static Target target(Expr.Name name) {
        Variable variable = name.variable();
        if (variable == null) {
            throw new IllegalStateException("unbound target " + name.name());
        }
        if (variable.global()) {
            return new Target.Global(variable.slot());
        }
        return variable.captured() ? new Target.Captured(variable.cell()) : new Target.Local(variable.slot());
    }
}
