package dev.tollgate.starlark.syntax;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Binary operators by how tightly they bind, loosest first. */
final class Precedence {
    private static final Map<TokenKind, Operator> COMPARISONS = Map.of(
            TokenKind.EQUAL, Operator.EQUAL,
            TokenKind.NOT_EQUAL, Operator.NOT_EQUAL,
            TokenKind.LESS, Operator.LESS,
            TokenKind.GREATER, Operator.GREATER,
            TokenKind.LESS_EQUAL, Operator.LESS_EQUAL,
            TokenKind.GREATER_EQUAL, Operator.GREATER_EQUAL,
            TokenKind.IN, Operator.IN,
            TokenKind.NOT, Operator.NOT_IN);

    private static final List<Map<TokenKind, Operator>> LEVELS = List.of(
            Map.of(TokenKind.OR, Operator.OR),
            Map.of(TokenKind.AND, Operator.AND),
            COMPARISONS,
            Map.of(TokenKind.PIPE, Operator.BIT_OR),
            Map.of(TokenKind.CARET, Operator.BIT_XOR),
            Map.of(TokenKind.AMPERSAND, Operator.BIT_AND),
            Map.of(TokenKind.LEFT_SHIFT, Operator.SHIFT_LEFT, TokenKind.RIGHT_SHIFT, Operator.SHIFT_RIGHT),
            Map.of(TokenKind.PLUS, Operator.ADD, TokenKind.MINUS, Operator.SUBTRACT),
            Map.of(
                    TokenKind.STAR, Operator.MULTIPLY,
                    TokenKind.SLASH, Operator.DIVIDE,
                    TokenKind.SLASH_SLASH, Operator.FLOOR_DIVIDE,
                    TokenKind.PERCENT, Operator.MODULO));

    /** Stands between {@code and} and the comparisons. */
    static final int COMPARISON = 2;

    /** The lowest level whose operators bind tighter than {@code in}, for the variables of loops. */
    static final int ARITHMETIC = 3;

    static final Map<TokenKind, Operator> AUGMENTED = new EnumMap<>(Map.ofEntries(
            Map.entry(TokenKind.PLUS_EQUALS, Operator.ADD),
            Map.entry(TokenKind.MINUS_EQUALS, Operator.SUBTRACT),
            Map.entry(TokenKind.STAR_EQUALS, Operator.MULTIPLY),
            Map.entry(TokenKind.SLASH_EQUALS, Operator.DIVIDE),
            Map.entry(TokenKind.SLASH_SLASH_EQUALS, Operator.FLOOR_DIVIDE),
            Map.entry(TokenKind.PERCENT_EQUALS, Operator.MODULO),
            Map.entry(TokenKind.AMPERSAND_EQUALS, Operator.BIT_AND),
            Map.entry(TokenKind.PIPE_EQUALS, Operator.BIT_OR),
            Map.entry(TokenKind.CARET_EQUALS, Operator.BIT_XOR),
            Map.entry(TokenKind.LEFT_SHIFT_EQUALS, Operator.SHIFT_LEFT),
            Map.entry(TokenKind.RIGHT_SHIFT_EQUALS, Operator.SHIFT_RIGHT)));

    /** What is no operator has this level. */
    static final int NONE = -1;

    private static final Map<TokenKind, Integer> BY_KIND = new EnumMap<>(TokenKind.class);

    static {
        for (int level = 0; level < LEVELS.size(); level++) {
            for (TokenKind kind : LEVELS.get(level).keySet()) {
                BY_KIND.put(kind, level);
            }
        }
    }

    private Precedence() {}

    static Operator operator(TokenKind kind) {
        Operator operator = LEVELS.get(of(kind)).get(kind);
        if (operator == null) {
            throw new IllegalArgumentException(kind.text());
        }
        return operator;
    }

    static int of(TokenKind kind) {
        return BY_KIND.getOrDefault(kind, NONE);
    }
}
