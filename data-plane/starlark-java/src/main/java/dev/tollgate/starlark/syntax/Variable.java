package dev.tollgate.starlark.syntax;

/** A variable of a function or of the file. One that an inner function uses lives in a cell, which both hold. */
public final class Variable {
    private static final int NOT_CAPTURED = -1;

    private final String name;
    private final FunctionSyntax owner;
    private final boolean global;
    private final int slot;
    private int cell = NOT_CAPTURED;

    Variable(String name, FunctionSyntax owner, boolean global, int slot) {
        this.name = name;
        this.owner = owner;
        this.global = global;
        this.slot = slot;
    }

    public String name() {
        return name;
    }

    public FunctionSyntax owner() {
        return owner;
    }

    public boolean global() {
        return global;
    }

    /** Among the globals, or among the locals of its owner. */
    public int slot() {
        return slot;
    }

    void capture() {
        if (cell == NOT_CAPTURED) {
            cell = owner.newCell();
        }
    }

    public boolean captured() {
        return cell != NOT_CAPTURED;
    }

    /** Among the cells of its owner. */
    public int cell() {
        return cell;
    }
}
