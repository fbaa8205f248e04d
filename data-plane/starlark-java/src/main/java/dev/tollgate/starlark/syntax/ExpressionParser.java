package dev.tollgate.starlark.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Expressions by recursive descent: conditions, operators by precedence, suffixes. Operands are {@link OperandParser}'s. */
final class ExpressionParser {
    private final TokenStream tokens;
    private final OperandParser operands;
    private final ParameterParser parameters;

    ExpressionParser(TokenStream tokens) {
        this.tokens = tokens;
        this.operands = new OperandParser(tokens, this);
        this.parameters = new ParameterParser(tokens, this);
    }

    ParameterParser parameters() {
        return parameters;
    }

    /** One expression, or several with commas between, which are a tuple. */
    Expr expressions() {
        return tupled(expression());
    }

    private Expr tupled(Expr first) {
        if (!tokens.at(TokenKind.COMMA)) {
            return first;
        }
        List<Expr> elements = new ArrayList<>(List.of(first));
        while (tokens.takeIf(TokenKind.COMMA)) {
            if (endsExpressions()) {
                break;
            }
            elements.add(expression());
        }
        return new Expr.TupleExpr(first.offset(), elements);
    }

    /** A comma at the end is Python's, and harmless. */
    private boolean endsExpressions() {
        return switch (tokens.peek().kind()) {
            case NEWLINE, EOF, EQUALS, RPAREN, RBRACK, SEMICOLON, COLON, IN -> true;
            default -> false;
        };
    }

    Expr expression() {
        tokens.enter();
        Expr result = tokens.at(TokenKind.LAMBDA) ? lambda() : conditional();
        tokens.leave();
        return result;
    }

    private Expr conditional() {
        Expr then = binary(0);
        if (!tokens.at(TokenKind.IF)) {
            return then;
        }
        int offset = tokens.take().offset();
        Expr condition = binary(0);
        tokens.expect(TokenKind.ELSE);
        return new Expr.Conditional(offset, condition, then, expression());
    }

    /** The operand of a comprehension's clause: no condition may follow, for {@code if} begins the next clause. */
    Expr clauseOperand() {
        tokens.enter();
        Expr operand = binary(0);
        tokens.leave();
        return operand;
    }

    private Expr lambda() {
        int offset = tokens.take().offset();
        List<FunctionSyntax.Parameter> list = parameters.parameters(TokenKind.COLON, false);
        tokens.expect(TokenKind.COLON);
        Expr body = expression();
        return new Expr.Lambda(
                offset, new FunctionSyntax("lambda", offset, list, List.of(new Stmt.Return(body.offset(), body))));
    }

    /** The variables of a loop: primaries with commas between. */
    Expr loopVariables() {
        Expr first = binary(Precedence.ARITHMETIC);
        if (!tokens.at(TokenKind.COMMA)) {
            return first;
        }
        List<Expr> elements = new ArrayList<>(List.of(first));
        while (tokens.takeIf(TokenKind.COMMA) && !tokens.at(TokenKind.IN)) {
            elements.add(binary(Precedence.ARITHMETIC));
        }
        return new Expr.TupleExpr(first.offset(), elements);
    }

    /** Operators that bind at least so tightly, by climbing: a bracket within takes few frames. */
    private Expr binary(int loosest) {
        Expr left = tokens.at(TokenKind.NOT) && loosest <= Precedence.COMPARISON ? not() : unary();
        for (int level = level(); level >= loosest; level = level()) {
            left = chain(left, level);
        }
        return left;
    }

    private Expr chain(Expr first, int level) {
        List<Expr.Link> links = new ArrayList<>();
        while (level() == level) {
            tokens.link(links.size() + 1);
            Token token = tokens.take();
            if (level == Precedence.COMPARISON && !links.isEmpty()) {
                throw Faults.syntax(token.offset(), "comparisons cannot be chained", "write a < b and b < c");
            }
            if (token.kind() == TokenKind.NOT) {
                tokens.take();
            }
            links.add(new Expr.Link(token.offset(), Precedence.operator(token.kind()), binary(level + 1)));
        }
        return new Expr.Chain(first, links);
    }

    /** Of the operator that comes next, or -1 where none does. */
    private int level() {
        TokenKind kind = tokens.peek().kind();
        if (kind == TokenKind.NOT && tokens.peek(1).kind() != TokenKind.IN) {
            return Precedence.NONE;
        }
        return Precedence.of(kind);
    }

    private Expr not() {
        tokens.enter();
        int offset = tokens.take().offset();
        Expr result = new Expr.Unary(offset, Operator.NOT, binary(Precedence.COMPARISON));
        tokens.leave();
        return result;
    }

    private Expr unary() {
        Operator operator = switch (tokens.peek().kind()) {
            case PLUS -> Operator.PLUS;
            case MINUS -> Operator.MINUS;
            case TILDE -> Operator.INVERT;
            default -> null;
        };
        if (operator == null) {
            return primary();
        }
        tokens.enter();
        int offset = tokens.take().offset();
        Expr result = new Expr.Unary(offset, operator, unary());
        tokens.leave();
        return result;
    }

    private Expr primary() {
        Expr result = operands.operand();
        for (int links = 0; ; links++) {
            Expr longer = suffix(result);
            if (longer == null) {
                return result;
            }
            tokens.link(links);
            result = longer;
        }
    }

    private @Nullable Expr suffix(Expr object) {
        return switch (tokens.peek().kind()) {
            case DOT -> {
                tokens.take();
                Token name = tokens.expect(TokenKind.IDENTIFIER);
                yield new Expr.Dot(name.offset(), object, name.name());
            }
            case LPAREN -> new Expr.Call(tokens.peek().offset(), object, parameters.arguments());
            case LBRACK -> subscript(object);
            default -> null;
        };
    }

    private Expr subscript(Expr object) {
        int offset = tokens.take().offset();
        Expr from = tokens.at(TokenKind.COLON) ? null : expressions();
        if (from != null && tokens.takeIf(TokenKind.RBRACK)) {
            return new Expr.Index(offset, object, from);
        }
        tokens.expect(TokenKind.COLON);
        Expr to = sliceBound();
        Expr step = tokens.takeIf(TokenKind.COLON) ? sliceBound() : null;
        tokens.expect(TokenKind.RBRACK);
        return new Expr.Slice(offset, object, from, to, step);
    }

    private @Nullable Expr sliceBound() {
        return tokens.at(TokenKind.COLON) || tokens.at(TokenKind.RBRACK) ? null : expression();
    }
}
