package dev.tollgate.starlark.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Binds each name in a tree to its variable. A name that is bound anywhere in a block means that binding throughout the
 * block; comprehensions are blocks of their own. Names bound nowhere are left to the environment.
 */
public final class Resolver {
    private final Map<String, Variable> globals = new LinkedHashMap<>();

    private Resolver() {}

    /** Resolves the file, and gives the names of its globals in the order of their slots. */
    public static List<String> resolve(FunctionSyntax file) {
        Resolver resolver = new Resolver();
        for (String name : Bindings.in(file.body())) {
            resolver.globals.put(name, new Variable(name, file, true, resolver.globals.size()));
        }
        resolver.statements(file.body(), new Scope(file, null, resolver.globals));
        return List.copyOf(resolver.globals.keySet());
    }

    /** A function with its blocks, innermost last. */
    private static final class Scope {
        final FunctionSyntax function;
        final @Nullable Scope outer;
        final List<Map<String, Variable>> blocks = new ArrayList<>();

        Scope(FunctionSyntax function, @Nullable Scope outer, Map<String, Variable> block) {
            this.function = function;
            this.outer = outer;
            blocks.add(block);
        }

        @Nullable
        Variable own(String name) {
            for (int i = blocks.size() - 1; i >= 0; i--) {
                Variable variable = blocks.get(i).get(name);
                if (variable != null) {
                    return variable;
                }
            }
            return null;
        }
    }

    private void bind(Expr.Name name, Scope scope) {
        for (Scope s = scope; s != null; s = s.outer) {
            Variable variable = s.own(name.name());
            if (variable != null) {
                name.bind(variable, variable.global() || s == scope ? -1 : free(variable, scope, s));
                return;
            }
        }
    }

    /** The variable is passed inwards through every function between its owner and the one that uses it. */
    private static int free(Variable variable, Scope from, Scope owner) {
        variable.capture();
        for (Scope s = from; s != null && s != owner; s = s.outer) {
            s.function.freeIndex(variable);
        }
        return from.function.freeIndex(variable);
    }

    private void statements(List<Stmt> statements, Scope scope) {
        for (Stmt statement : statements) {
            statement(statement, scope);
        }
    }

    private void statement(Stmt statement, Scope scope) {
        switch (statement) {
            case Stmt.Expression s -> expression(s.expression(), scope);
            case Stmt.Assign s -> {
                expression(s.value(), scope);
                expression(s.target(), scope);
            }
            case Stmt.Augment s -> {
                expression(s.target(), scope);
                expression(s.value(), scope);
            }
            case Stmt.If s -> {
                for (Stmt.Branch branch : s.branches()) {
                    expression(branch.condition(), scope);
                    statements(branch.body(), scope);
                }
                statements(s.otherwise(), scope);
            }
            case Stmt.For s -> {
                expression(s.iterable(), scope);
                expression(s.target(), scope);
                statements(s.body(), scope);
            }
            case Stmt.Def s -> {
                bind(s.name(), scope);
                function(s.function(), scope);
            }
            case Stmt.Return s -> optional(s.value(), scope);
            case Stmt.Break _, Stmt.Continue _, Stmt.Pass _ -> {}
        }
    }

    private void function(FunctionSyntax function, Scope scope) {
        Map<String, Variable> block = new HashMap<>();
        for (FunctionSyntax.Parameter parameter : function.parameters()) {
            optional(parameter.defaultValue(), scope);
            if (!parameter.name().isEmpty()) {
                Variable variable = new Variable(parameter.name(), function, false, function.newLocal());
                function.parameterVariables().add(variable);
                block.put(parameter.name(), variable);
            }
        }
        for (String name : Bindings.in(function.body())) {
            block.computeIfAbsent(name, n -> new Variable(n, function, false, function.newLocal()));
        }
        statements(function.body(), new Scope(function, scope, block));
    }

    private void optional(@Nullable Expr expression, Scope scope) {
        if (expression != null) {
            expression(expression, scope);
        }
    }

    private void all(List<Expr> expressions, Scope scope) {
        for (Expr expression : expressions) {
            expression(expression, scope);
        }
    }

    private void expression(Expr expression, Scope scope) {
        switch (expression) {
            case Expr.IntLiteral _, Expr.FloatLiteral _, Expr.StringLiteral _, Expr.BytesLiteral _ -> {}
            case Expr.Name e -> bind(e, scope);
            case Expr.FString e -> e.parts().forEach(p -> optional(p.expression(), scope));
            case Expr.ListExpr e -> all(e.elements(), scope);
            case Expr.TupleExpr e -> all(e.elements(), scope);
            case Expr.DictExpr e -> e.entries().forEach(entry -> all(List.of(entry.key(), entry.value()), scope));
            case Expr.Comprehension e -> comprehension(e, scope);
            case Expr.Unary e -> expression(e.operand(), scope);
            case Expr.Chain e -> {
                expression(e.first(), scope);
                for (Expr.Link link : e.links()) {
                    expression(link.operand(), scope);
                }
            }
            case Expr.Conditional e -> all(List.of(e.condition(), e.then(), e.otherwise()), scope);
            case Expr.Call e -> {
                expression(e.callee(), scope);
                for (Expr.Argument argument : e.arguments()) {
                    expression(argument.value(), scope);
                }
            }
            case Expr.Dot e -> expression(e.object(), scope);
            case Expr.Index e -> all(List.of(e.object(), e.index()), scope);
            case Expr.Slice e -> {
                expression(e.object(), scope);
                optional(e.from(), scope);
                optional(e.to(), scope);
                optional(e.step(), scope);
            }
            case Expr.Lambda e -> function(e.function(), scope);
        }
    }

    /** The first operand belongs to the block around it. */
    private void comprehension(Expr.Comprehension e, Scope scope) {
        expression(e.clauses().getFirst().operand(), scope);
        Map<String, Variable> block = new LinkedHashMap<>();
        for (Expr.Clause clause : e.clauses()) {
            if (clause.target() != null) {
                for (String name : Bindings.in(clause.target())) {
                    block.computeIfAbsent(name, n -> new Variable(n, scope.function, false, scope.function.newLocal()));
                }
            }
        }
        e.variables().addAll(block.values());
        scope.blocks.add(block);
        for (int i = 0; i < e.clauses().size(); i++) {
            Expr.Clause clause = e.clauses().get(i);
            optional(clause.target(), scope);
            if (i > 0) {
                expression(clause.operand(), scope);
            }
        }
        expression(e.body(), scope);
        optional(e.value(), scope);
        scope.blocks.removeLast();
    }
}
