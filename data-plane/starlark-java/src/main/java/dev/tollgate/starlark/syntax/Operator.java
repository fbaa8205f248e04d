package dev.tollgate.starlark.syntax;

/** Operators of the tree. */
public enum Operator {
    OR,
    AND,
    EQUAL,
    NOT_EQUAL,
    LESS,
    GREATER,
    LESS_EQUAL,
    GREATER_EQUAL,
    IN,
    NOT_IN,
    BIT_OR,
    BIT_XOR,
    BIT_AND,
    SHIFT_LEFT,
    SHIFT_RIGHT,
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    FLOOR_DIVIDE,
    MODULO,
    NOT,
    PLUS,
    MINUS,
    INVERT
}
