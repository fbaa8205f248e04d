package dev.tollgate.starlark.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement. */
public sealed interface Stmt {
    int offset();

    record Expression(int offset, Expr expression) implements Stmt {}

    record Assign(int offset, Expr target, Expr value) implements Stmt {}

    record Augment(int offset, Expr target, Operator operator, Expr value) implements Stmt {}

    /** Conditions with their blocks, and the block of {@code else}, which may be empty. */
    record If(int offset, List<Branch> branches, List<Stmt> otherwise) implements Stmt {}

    record Branch(Expr condition, List<Stmt> body) {}

    record For(int offset, Expr target, Expr iterable, List<Stmt> body) implements Stmt {}

    record Def(int offset, Expr.Name name, FunctionSyntax function) implements Stmt {}

    record Return(int offset, @Nullable Expr value) implements Stmt {}

    record Break(int offset) implements Stmt {}

    record Continue(int offset) implements Stmt {}

    record Pass(int offset) implements Stmt {}
}
