package dev.tollgate.starlark.syntax;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** What an expression begins with: names, literals, and what stands in brackets. */
final class OperandParser {
    private final TokenStream tokens;
    private final ExpressionParser expressions;

    OperandParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    Expr operand() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case IDENTIFIER -> new Expr.Name(tokens.take().offset(), token.name());
            case INT -> new Expr.IntLiteral(tokens.take().offset(), (BigInteger) token.value());
            case FLOAT -> new Expr.FloatLiteral(tokens.take().offset(), (Double) token.value());
            case STRING, FSTRING -> strings();
            case BYTES -> bytes();
            case LPAREN -> parenthesized();
            case LBRACK -> list();
            case LBRACE -> braces();
            default -> throw Faults.unexpected(token, "an expression");
        };
    }

    /** Literals side by side are one string, as in Python. */
    private Expr strings() {
        int offset = tokens.peek().offset();
        List<Expr.Part> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean formatted = false;
        while (tokens.at(TokenKind.STRING) || tokens.at(TokenKind.FSTRING)) {
            Token token = tokens.take();
            if (token.kind() == TokenKind.STRING) {
                text.append(token.name());
            } else {
                formatted = true;
                fields(token, parts, text);
            }
        }
        if (!formatted) {
            return new Expr.StringLiteral(offset, text.toString());
        }
        parts.add(new Expr.Part(text.toString(), null, false, ""));
        return new Expr.FString(offset, parts);
    }

    private void fields(Token token, List<Expr.Part> parts, StringBuilder text) {
        for (Object piece : (List<?>) token.value()) {
            switch ((Piece) piece) {
                case Piece.Text plain -> text.append(plain.text());
                case Piece.Field field -> {
                    parts.add(new Expr.Part(text.toString(), expression(field), field.repr(), field.spec()));
                    text.setLength(0);
                }
            }
        }
    }

    private Expr expression(Piece.Field field) {
        TokenStream inner = new TokenStream(field.tokens(), tokens.depth());
        inner.enter();
        Expr expression = new ExpressionParser(inner).expressions();
        inner.expect(TokenKind.EOF);
        return expression;
    }

    private Expr bytes() {
        int offset = tokens.peek().offset();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (tokens.at(TokenKind.BYTES)) {
            all.writeBytes((byte[]) tokens.take().value());
        }
        return new Expr.BytesLiteral(offset, all.toByteArray());
    }

    private Expr parenthesized() {
        int offset = tokens.take().offset();
        if (tokens.takeIf(TokenKind.RPAREN)) {
            return new Expr.TupleExpr(offset, List.of());
        }
        Expr inner = expressions.expressions();
        if (tokens.at(TokenKind.FOR)) {
            throw Faults.syntax(
                    tokens.peek().offset(), "got 'for', want ')'", "there are no generators: write [x for x in …]");
        }
        tokens.expect(TokenKind.RPAREN);
        return inner;
    }

    private Expr list() {
        int offset = tokens.take().offset();
        List<Expr> elements = new ArrayList<>();
        while (!tokens.at(TokenKind.RBRACK)) {
            elements.add(expressions.expression());
            if (elements.size() == 1 && tokens.at(TokenKind.FOR)) {
                return comprehension(
                        offset, new Expr.Entry(elements.getFirst(), elements.getFirst()), TokenKind.RBRACK);
            }
            if (!tokens.takeIf(TokenKind.COMMA)) {
                break;
            }
        }
        tokens.expect(TokenKind.RBRACK);
        return new Expr.ListExpr(offset, elements);
    }

    private Expr braces() {
        int offset = tokens.take().offset();
        List<Expr.Entry> entries = new ArrayList<>();
        while (!tokens.at(TokenKind.RBRACE)) {
            Expr key = expressions.expression();
            if (!tokens.at(TokenKind.COLON)) {
                throw Faults.syntax(
                        tokens.peek().offset(),
                        "got " + tokens.peek().shown() + ", want ':'",
                        "a set is written set([…])");
            }
            tokens.take();
            entries.add(new Expr.Entry(key, expressions.expression()));
            if (entries.size() == 1 && tokens.at(TokenKind.FOR)) {
                return comprehension(offset, entries.getFirst(), TokenKind.RBRACE);
            }
            if (!tokens.takeIf(TokenKind.COMMA)) {
                break;
            }
        }
        tokens.expect(TokenKind.RBRACE);
        return new Expr.DictExpr(offset, entries);
    }

    private Expr comprehension(int offset, Expr.Entry body, TokenKind end) {
        List<Expr.Clause> clauses = new ArrayList<>();
        while (tokens.at(TokenKind.FOR) || tokens.at(TokenKind.IF)) {
            // Each clause is a loop or a condition within the one before it.
            tokens.enter();
            Token keyword = tokens.take();
            if (keyword.kind() == TokenKind.FOR) {
                Expr target = expressions.loopVariables();
                Targets.check(target);
                tokens.expect(TokenKind.IN);
                clauses.add(new Expr.Clause(keyword.offset(), target, expressions.clauseOperand()));
            } else {
                clauses.add(new Expr.Clause(keyword.offset(), null, expressions.clauseOperand()));
            }
        }
        clauses.forEach(_ -> tokens.leave());
        tokens.expect(end);
        return new Expr.Comprehension(
                offset, body.key(), end == TokenKind.RBRACE ? body.value() : null, clauses, new ArrayList<>());
    }
}
