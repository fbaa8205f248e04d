package dev.tollgate.starlark.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can stand on the left of an assignment. */
final class Targets {
    private Targets() {}

    static void check(Expr target) {
        List<Expr> parts = parts(target);
        if (parts != null) {
            parts.forEach(Targets::check);
        } else {
            checkAugmented(target);
        }
    }

    private static @Nullable List<Expr> parts(Expr target) {
        return switch (target) {
            case Expr.TupleExpr tuple -> tuple.elements();
            case Expr.ListExpr list -> list.elements();
            default -> null;
        };
    }

    static void checkAugmented(Expr target) {
        switch (target) {
            case Expr.Name _, Expr.Index _ -> {}
            case Expr.Dot dot ->
                throw Faults.syntax(
                        dot.offset(),
                        "cannot assign to a field: structs never change",
                        "make a new struct, or use a dict");
            default -> throw Faults.syntax(target.offset(), "cannot assign to this expression");
        }
    }
}
