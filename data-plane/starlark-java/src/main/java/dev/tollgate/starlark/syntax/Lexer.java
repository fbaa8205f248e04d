package dev.tollgate.starlark.syntax;

import dev.tollgate.starlark.fault.Limit;
import dev.tollgate.starlark.fault.LimitStop;
import dev.tollgate.starlark.meter.Limits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Source text as tokens; blocks are marked by tokens of their own. */
final class Lexer {
    private static final int PUNCTUATION_LENGTH_MAX = 3;

    final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final Deque<Integer> indents = new ArrayDeque<>();
    /** True within the braces of an f-string: the tokens end at what ends the field. */
    private final boolean field;

    final int depth;
    int at;
    private int brackets;

    Lexer(String text) {
        this(text, 0, false, 0);
    }

    private Lexer(String text, int at, boolean field, int depth) {
        this.text = text;
        this.at = at;
        this.field = field;
        this.depth = depth;
        if (depth > Limits.NESTING_MAX) {
            throw new LimitStop(Limit.NESTING, Limits.NESTING_MAX).at(at);
        }
    }

    /** For the expression in an f-string that begins here. */
    Lexer forField() {
        return new Lexer(text, at, true, depth + 1);
    }

    List<Token> tokens() {
        indents.push(0);
        startLine();
        while (at < text.length()) {
            next();
        }
        if (!tokens.isEmpty() && tokens.getLast().kind() != TokenKind.NEWLINE) {
            add(TokenKind.NEWLINE, at);
        }
        while (indents.pop() > 0) {
            add(TokenKind.OUTDENT, at);
        }
        add(TokenKind.EOF, at);
        return tokens;
    }

    /** The tokens up to the brace, colon or exclamation mark that ends a field. */
    List<Token> fieldTokens() {
        while (!endsField()) {
            if (at >= text.length()) {
                throw Faults.syntax(at, "f-string: the brace is never closed");
            }
            next();
        }
        add(TokenKind.EOF, at);
        return tokens;
    }

    private boolean endsField() {
        if (!field || brackets > 0 || at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        return c == '}' || c == ':' || c == '!' && peek(1) != '=';
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    private void add(TokenKind kind, int offset) {
        tokens.add(new Token(kind, offset, kind.text()));
    }

    /** Counts the spaces before the first token of a line; empty lines and comments count for nothing. */
    private void startLine() {
        int start = at;
        while (at < text.length()) {
            int lineStart = at;
            while (peek(0) == ' ') {
                at++;
            }
            char c = peek(0);
            if (c == '\t') {
                throw Faults.syntax(at, "a tab in the indentation", "indent with spaces");
            }
            if (c == '#') {
                skipComment();
            }
            if (peek(0) == '\r') {
                at++;
            }
            if (at < text.length() && peek(0) != '\n') {
                block(at - lineStart, at);
                return;
            }
            start = at++;
        }
        at = Math.min(at, text.length());
        block(0, Math.min(start, text.length()));
    }

    private void block(int spaces, int offset) {
        int current = indents.getFirst();
        if (spaces > current) {
            indents.push(spaces);
            add(TokenKind.INDENT, offset);
            return;
        }
        while (spaces < indents.getFirst()) {
            indents.pop();
            add(TokenKind.OUTDENT, offset);
        }
        if (spaces != indents.getFirst()) {
            throw Faults.syntax(offset, "this line's indentation matches no block before it");
        }
    }

    private void skipComment() {
        while (at < text.length() && text.charAt(at) != '\n') {
            at++;
        }
    }

    private void next() {
        char c = text.charAt(at);
        if (c == '\n') {
            newline();
        } else if (c == ' ' || c == '\t' || c == '\r') {
            at++;
        } else if (c == '#') {
            skipComment();
        } else if (c == '\\' && (peek(1) == '\n' || peek(1) == '\r' && peek(2) == '\n')) {
            at += peek(1) == '\n' ? 2 : 3;
        } else if (isDigit(c) || c == '.' && isDigit(peek(1))) {
            tokens.add(new NumberScanner(this).scan());
        } else if (c == '"' || c == '\'') {
            tokens.add(new StringScanner(this).scan("", at));
        } else if (Character.isLetter(c) || c == '_') {
            word();
        } else {
            punctuation();
        }
    }

    private void newline() {
        int offset = at++;
        if (brackets == 0 && !field) {
            add(TokenKind.NEWLINE, offset);
            startLine();
        }
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void word() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        String word = text.substring(start, at);
        if ((peek(0) == '"' || peek(0) == '\'') && StringScanner.isPrefix(word)) {
            tokens.add(new StringScanner(this).scan(word, start));
            return;
        }
        TokenKind keyword = TokenKind.written(word);
        TokenKind other = Words.isReserved(word) ? TokenKind.RESERVED : TokenKind.IDENTIFIER;
        tokens.add(new Token(keyword == null ? other : keyword, start, word));
    }

    private void punctuation() {
        for (int length = PUNCTUATION_LENGTH_MAX; length > 0; length--) {
            TokenKind kind = at + length > text.length() ? null : TokenKind.written(text.substring(at, at + length));
            if (kind != null) {
                brackets(kind);
                add(kind, at);
                at += length;
                return;
            }
        }
        throw Faults.syntax(at, "unexpected character '" + shown(text.codePointAt(at)) + "'");
    }

    private static String shown(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE
                ? "U+" + Integer.toHexString(codePoint)
                : Character.toString(codePoint);
    }

    private void brackets(TokenKind kind) {
        switch (kind) {
            case LPAREN, LBRACK, LBRACE -> brackets++;
            case RPAREN, RBRACK, RBRACE -> brackets = Math.max(0, brackets - 1);
            default -> {}
        }
    }
}
