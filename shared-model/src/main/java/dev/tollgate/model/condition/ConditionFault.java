package dev.tollgate.model.condition;

/**
 * Why a condition cannot be used.
 *
 * @param line from 1
 * @param column from 1, in characters
 */
public record ConditionFault(int line, int column, String message) implements Compilation {
    @Override
    public String toString() {
        return "line " + line + ", column " + column + ": " + message;
    }
}
