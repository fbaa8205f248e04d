package dev.tollgate.starlark.syntax;

/**
 * A token.
 *
 * @param offset of its first UTF-16 unit in the source
 * @param value what a literal denotes, or an identifier's name: Long or BigInteger, Double, String, byte[], a list of {@link
 *     Piece}; for other kinds how it is written
 */
record Token(TokenKind kind, int offset, Object value) {
    String name() {
        return (String) value;
    }

    /** For messages. */
    String shown() {
        return switch (kind) {
            case IDENTIFIER, RESERVED -> "'" + value + "'";
            case NEWLINE, INDENT, OUTDENT, EOF, INT, FLOAT, STRING, BYTES, FSTRING -> kind.text();
            default -> "'" + kind.text() + "'";
        };
    }
}
