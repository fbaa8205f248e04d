package dev.tollgate.starlark.syntax;

import java.util.List;

/** A part of an f-string as the lexer found it. */
sealed interface Piece {
    /** Text that stands for itself. */
    record Text(String text) implements Piece {}

    /**
     * What stands between braces.
     *
     * @param tokens of the expression, ending in one of kind EOF
     * @param repr whether {@code !r} follows
     * @param spec what follows the colon, empty where there is none
     */
    record Field(List<Token> tokens, boolean repr, String spec) implements Piece {}
}
