package dev.tollgate.starlark.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function's parameters and body, and what the resolver found of its variables. The file is one without parameters. */
public final class FunctionSyntax {
    private final String name;
    private final int offset;
    private final List<Parameter> parameters;
    private final List<Stmt> body;
    private final List<Variable> free = new ArrayList<>();
    private final List<Variable> parameterVariables = new ArrayList<>();
    private int locals;
    private int cells;

    FunctionSyntax(String name, int offset, List<Parameter> parameters, List<Stmt> body) {
        this.name = name;
        this.offset = offset;
        this.parameters = parameters;
        this.body = body;
    }

    public String name() {
        return name;
    }

    public int offset() {
        return offset;
    }

    public List<Parameter> parameters() {
        return parameters;
    }

    public List<Stmt> body() {
        return body;
    }

    /** Variables of outer functions that this one, or one within it, uses. */
    public List<Variable> free() {
        return free;
    }

    /** Of those parameters that have a name, in their order; their slots are 0, 1, 2 … */
    public List<Variable> parameterVariables() {
        return parameterVariables;
    }

    public int locals() {
        return locals;
    }

    public int cells() {
        return cells;
    }

    int newLocal() {
        return locals++;
    }

    int newCell() {
        return cells++;
    }

    int freeIndex(Variable variable) {
        int index = free.indexOf(variable);
        if (index >= 0) {
            return index;
        }
        free.add(variable);
        return free.size() - 1;
    }

    /** A parameter; a bare star has an empty name. */
    public record Parameter(
            int offset, Kind kind, String name, @Nullable Expr defaultValue) {
        /** {@code x}, {@code *args} or a bare {@code *}, {@code **kwargs}. */
        public enum Kind {
            PLAIN,
            STAR,
            STAR_STAR
        }
    }
}
