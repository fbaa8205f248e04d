package dev.tollgate.starlark.syntax;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names that statements bind in their own block: not those of functions and comprehensions within. */
final class Bindings {
    private final Set<String> names = new LinkedHashSet<>();

    private Bindings() {}

    static Set<String> in(List<Stmt> statements) {
        Bindings bindings = new Bindings();
        bindings.statements(statements);
        return bindings.names;
    }

    static Set<String> in(Expr target) {
        Bindings bindings = new Bindings();
        bindings.target(target);
        return bindings.names;
    }

    private void statements(List<Stmt> statements) {
        for (Stmt statement : statements) {
            switch (statement) {
                case Stmt.Assign s -> target(s.target());
                case Stmt.Augment s -> target(s.target());
                case Stmt.For s -> {
                    target(s.target());
                    statements(s.body());
                }
                case Stmt.If s -> {
                    s.branches().forEach(branch -> statements(branch.body()));
                    statements(s.otherwise());
                }
                case Stmt.Def s -> names.add(s.name().name());
                case Stmt.Expression _, Stmt.Return _, Stmt.Break _, Stmt.Continue _, Stmt.Pass _ -> {}
            }
        }
    }

    private void target(Expr target) {
        switch (target) {
            case Expr.Name name -> names.add(name.name());
            case Expr.TupleExpr tuple -> tuple.elements().forEach(this::target);
            case Expr.ListExpr list -> list.elements().forEach(this::target);
            default -> {}
        }
    }
}
