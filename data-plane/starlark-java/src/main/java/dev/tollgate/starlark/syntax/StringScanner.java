package dev.tollgate.starlark.syntax;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Literals of strings, bytes and f-strings, whose quote the lexer stands at. */
final class StringScanner {
    private static final Set<String> PREFIXES = Set.of("r", "b", "rb", "br", "f", "rf", "fr");

    private final Lexer lexer;
    private final StringBuilder text = new StringBuilder();
    private final List<Piece> pieces = new ArrayList<>();
    private boolean bytes;

    StringScanner(Lexer lexer) {
        this.lexer = lexer;
    }

    static boolean isPrefix(String word) {
        return PREFIXES.contains(word.toLowerCase(Locale.ROOT));
    }

    /** @param start where the prefix begins, if there is one */
    Token scan(String prefix, int start) {
        String kind = prefix.toLowerCase(Locale.ROOT);
        boolean raw = kind.contains("r");
        boolean formatted = kind.contains("f");
        bytes = kind.contains("b");
        char quote = lexer.peek(0);
        boolean triple = lexer.peek(1) == quote && lexer.peek(2) == quote;
        int quotes = triple ? 3 : 1;
        lexer.at += quotes;
        while (!closes(quote, quotes)) {
            if (lexer.at >= lexer.text.length() || !triple && lexer.peek(0) == '\n') {
                throw Faults.syntax(start, "the string is never closed");
            }
            unit(raw, formatted);
        }
        lexer.at += quotes;
        return token(start, formatted);
    }

    private boolean closes(char quote, int quotes) {
        for (int i = 0; i < quotes; i++) {
            if (lexer.peek(i) != quote) {
                return false;
            }
        }
        return true;
    }

    private Token token(int start, boolean formatted) {
        if (formatted) {
            pieces.add(new Piece.Text(text.toString()));
            return new Token(TokenKind.FSTRING, start, pieces);
        }
        return bytes
                ? new Token(TokenKind.BYTES, start, text.toString().getBytes(StandardCharsets.ISO_8859_1))
                : new Token(TokenKind.STRING, start, text.toString());
    }

    private void unit(boolean raw, boolean formatted) {
        char c = lexer.peek(0);
        if (c == '\\') {
            new Escapes(lexer, text, bytes).read(raw);
        } else if (c == '\r' && lexer.peek(1) == '\n') {
            lexer.at++;
        } else if (formatted && (c == '{' || c == '}')) {
            brace(c);
        } else if (bytes && c >= 0x80) {
            int codePoint = lexer.text.codePointAt(lexer.at);
            Escapes.appendUtf8(text, codePoint);
            lexer.at += Character.charCount(codePoint);
        } else {
            text.append(c);
            lexer.at++;
        }
    }

    private void brace(char c) {
        if (lexer.peek(1) == c) {
            text.append(c);
            lexer.at += 2;
        } else if (c == '}') {
            throw Faults.syntax(lexer.at, "f-string: single '}'", "a brace of the text is written twice: }}");
        } else {
            lexer.at++;
            field();
        }
    }

    private void field() {
        pieces.add(new Piece.Text(text.toString()));
        text.setLength(0);
        Lexer inner = lexer.forField();
        List<Token> tokens = inner.fieldTokens();
        lexer.at = inner.at;
        boolean repr = false;
        if (lexer.peek(0) == '!') {
            char conversion = lexer.peek(1);
            if (conversion != 'r' && conversion != 's') {
                throw Faults.syntax(lexer.at, "f-string: a conversion is !r or !s");
            }
            repr = conversion == 'r';
            lexer.at += 2;
        }
        pieces.add(new Piece.Field(tokens, repr, spec()));
        if (lexer.peek(0) != '}') {
            throw Faults.syntax(lexer.at, "f-string: the brace is never closed");
        }
        lexer.at++;
    }

    private String spec() {
        if (lexer.peek(0) != ':') {
            return "";
        }
        int from = ++lexer.at;
        while (lexer.at < lexer.text.length() && "{}\n".indexOf(lexer.peek(0)) < 0) {
            lexer.at++;
        }
        return lexer.text.substring(from, lexer.at);
    }
}
