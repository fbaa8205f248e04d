package dev.tollgate.starlark.syntax;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression. Offsets are those at which an error of the expression is shown. */
public sealed interface Expr {
    int offset();

    record IntLiteral(int offset, BigInteger value) implements Expr {}

    record FloatLiteral(int offset, double value) implements Expr {}

    record StringLiteral(int offset, String value) implements Expr {}

    /** The array is never changed. */
    @SuppressWarnings("ArrayRecordComponent")
    record BytesLiteral(int offset, byte[] value) implements Expr {}

    record FString(int offset, List<Part> parts) implements Expr {}

    /** A part of an f-string: text, or an expression with how it is shown. */
    record Part(String text, @Nullable Expr expression, boolean repr, String spec) {}

    record ListExpr(int offset, List<Expr> elements) implements Expr {}

    record TupleExpr(int offset, List<Expr> elements) implements Expr {}

    record DictExpr(int offset, List<Entry> entries) implements Expr {}

    record Entry(Expr key, Expr value) {}

    /** A comprehension: of a dict where there is a value, else of a list. Its variables are the resolver's to fill in. */
    record Comprehension(int offset, Expr body, @Nullable Expr value, List<Clause> clauses, List<Variable> variables)
            implements Expr {}

    /** {@code for target in operand}, or {@code if operand} where there is no target. */
    record Clause(int offset, @Nullable Expr target, Expr operand) {}

    record Unary(int offset, Operator operator, Expr operand) implements Expr {}

    /** Operators of one precedence, from left to right: flat, so that a long sum is no deep tree. */
    record Chain(Expr first, List<Link> links) implements Expr {
        @Override
        public int offset() {
            return links.getFirst().offset();
        }
    }

    record Link(int offset, Operator operator, Expr operand) {}

    record Conditional(int offset, Expr condition, Expr then, Expr otherwise) implements Expr {}

    record Call(int offset, Expr callee, List<Argument> arguments) implements Expr {}

    /** An argument. */
    record Argument(int offset, Kind kind, String name, Expr value) {
        /** How it is given: {@code x}, {@code name=x}, {@code *x}, {@code **x}. */
        public enum Kind {
            POSITIONAL,
            NAMED,
            STAR,
            STAR_STAR
        }
    }

    record Dot(int offset, Expr object, String name) implements Expr {}

    record Index(int offset, Expr object, Expr index) implements Expr {}

    record Slice(
            int offset,
            Expr object,
            @Nullable Expr from,
            @Nullable Expr to,
            @Nullable Expr step) implements Expr {}

    record Lambda(int offset, FunctionSyntax function) implements Expr {}

    /** A name, and what the resolver found it to be. */
    final class Name implements Expr {
        private final int offset;
        private final String name;
        private @Nullable Variable variable;
        private int free = -1;

        Name(int offset, String name) {
            this.offset = offset;
            this.name = name;
        }

        @Override
        public int offset() {
            return offset;
        }

        public String name() {
            return name;
        }

        void bind(Variable to, int freeIndex) {
            variable = to;
            free = freeIndex;
        }

        /** Null where the script binds no such name: it is the environment's, or undefined. */
        public @Nullable Variable variable() {
            return variable;
        }

        /** Its place among the variables that the function takes from outer ones, or -1. */
        public int free() {
            return free;
        }
    }
}
