package dev.tollgate.starlark.syntax;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Kinds of tokens; those of punctuation and keywords know how they are written. */
enum TokenKind {
    NEWLINE("newline"),
    INDENT("indented block"),
    OUTDENT("end of block"),
    EOF("end of file"),
    IDENTIFIER("identifier"),
    INT("int literal"),
    FLOAT("float literal"),
    STRING("string literal"),
    BYTES("bytes literal"),
    FSTRING("f-string"),
    RESERVED("reserved word"),

    PLUS("+"),
    MINUS("-"),
    STAR("*"),
    SLASH("/"),
    SLASH_SLASH("//"),
    PERCENT("%"),
    STAR_STAR("**"),
    TILDE("~"),
    AMPERSAND("&"),
    PIPE("|"),
    CARET("^"),
    LEFT_SHIFT("<<"),
    RIGHT_SHIFT(">>"),
    DOT("."),
    COMMA(","),
    EQUALS("="),
    SEMICOLON(";"),
    COLON(":"),
    ARROW("->"),
    LPAREN("("),
    RPAREN(")"),
    LBRACK("["),
    RBRACK("]"),
    LBRACE("{"),
    RBRACE("}"),
    LESS("<"),
    GREATER(">"),
    GREATER_EQUAL(">="),
    LESS_EQUAL("<="),
    EQUAL("=="),
    NOT_EQUAL("!="),
    PLUS_EQUALS("+="),
    MINUS_EQUALS("-="),
    STAR_EQUALS("*="),
    SLASH_EQUALS("/="),
    SLASH_SLASH_EQUALS("//="),
    PERCENT_EQUALS("%="),
    AMPERSAND_EQUALS("&="),
    PIPE_EQUALS("|="),
    CARET_EQUALS("^="),
    LEFT_SHIFT_EQUALS("<<="),
    RIGHT_SHIFT_EQUALS(">>="),

    AND("and"),
    BREAK("break"),
    CONTINUE("continue"),
    DEF("def"),
    ELIF("elif"),
    ELSE("else"),
    FOR("for"),
    IF("if"),
    IN("in"),
    LAMBDA("lambda"),
    LOAD("load"),
    NOT("not"),
    OR("or"),
    PASS("pass"),
    RETURN("return");

    private static final Map<String, TokenKind> WRITTEN = new HashMap<>();

    static {
        for (TokenKind kind : values()) {
            if (kind.ordinal() >= PLUS.ordinal()) {
                WRITTEN.put(kind.text, kind);
            }
        }
    }

    private final String text;

    TokenKind(String text) {
        this.text = text;
    }

    /** How it is written, or what it is called. */
    String text() {
        return text;
    }

    static @Nullable TokenKind written(String text) {
        return WRITTEN.get(text);
    }
}
