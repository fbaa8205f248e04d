package dev.tollgate.starlark.syntax;

import dev.tollgate.starlark.fault.Limit;
import dev.tollgate.starlark.fault.LimitStop;
import dev.tollgate.starlark.meter.Limits;
import java.util.List;

/** The tokens ahead, and how deep the parser is in brackets and blocks. */
final class TokenStream {
    private final List<Token> tokens;
    private int at;
    private int depth;

    TokenStream(List<Token> tokens, int depth) {
        this.tokens = tokens;
        this.depth = depth;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    boolean at(TokenKind kind) {
        return peek().kind() == kind;
    }

    Token take() {
        Token token = peek();
        if (at < tokens.size() - 1) {
            at++;
        }
        return token;
    }

    boolean takeIf(TokenKind kind) {
        if (at(kind)) {
            take();
            return true;
        }
        return false;
    }

    Token expect(TokenKind kind) {
        if (!at(kind)) {
            throw Faults.unexpected(
                    peek(), kind.ordinal() < TokenKind.PLUS.ordinal() ? kind.text() : "'" + kind.text() + "'");
        }
        return take();
    }

    int depth() {
        return depth;
    }

    /** A bracket, an operand or a block begins. */
    void enter() {
        if (++depth > Limits.NESTING_MAX) {
            throw new LimitStop(Limit.NESTING, Limits.NESTING_MAX).at(peek().offset());
        }
    }

    void leave() {
        depth--;
    }

    /** One more term of a chain that has so many. */
    void link(int count) {
        if (count >= Limits.CHAIN_MAX) {
            throw new LimitStop(Limit.CHAIN, Limits.CHAIN_MAX).at(peek().offset());
        }
    }
}
