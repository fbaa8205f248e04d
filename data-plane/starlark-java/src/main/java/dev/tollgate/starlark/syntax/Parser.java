package dev.tollgate.starlark.syntax;

import dev.tollgate.starlark.fault.Limit;
import dev.tollgate.starlark.fault.LimitStop;
import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.meter.Limits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Statements by recursive descent. */
public final class Parser {
    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private int loops;
    private int functions;

    private Parser(TokenStream tokens) {
        this.tokens = tokens;
        this.expressions = new ExpressionParser(tokens);
    }

    /**
     * The file as a function without parameters, its names not yet resolved.
     *
     * @throws ScriptFault when the source is no script
     * @throws LimitStop when it is too long, too deep, or has too large a number
     */
    public static FunctionSyntax parse(String source) {
        if (source.length() > Limits.SOURCE_BYTES_MAX
                || source.getBytes(StandardCharsets.UTF_8).length > Limits.SOURCE_BYTES_MAX) {
            throw new LimitStop(Limit.SOURCE, Limits.SOURCE_BYTES_MAX);
        }
        Parser parser = new Parser(new TokenStream(new Lexer(source).tokens(), 0));
        return new FunctionSyntax("<toplevel>", 0, List.of(), parser.file());
    }

    private List<Stmt> file() {
        List<Stmt> statements = new ArrayList<>();
        while (!tokens.at(TokenKind.EOF)) {
            if (!tokens.takeIf(TokenKind.NEWLINE)) {
                statement(statements);
            }
        }
        return statements;
    }

    private void statement(List<Stmt> to) {
        switch (tokens.peek().kind()) {
            case DEF -> to.add(def());
            case IF -> to.add(ifStatement());
            case FOR -> to.add(forStatement());
            default -> simple(to);
        }
    }

    /** Small statements with semicolons between, up to the end of the line. */
    private void simple(List<Stmt> to) {
        to.add(small());
        while (tokens.takeIf(TokenKind.SEMICOLON)) {
            if (tokens.at(TokenKind.NEWLINE)) {
                break;
            }
            to.add(small());
        }
        if (!tokens.at(TokenKind.EOF)) {
            tokens.expect(TokenKind.NEWLINE);
        }
    }

    private Stmt small() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case RETURN -> returnStatement();
            case BREAK -> new Stmt.Break(inLoop(token));
            case CONTINUE -> new Stmt.Continue(inLoop(token));
            case PASS -> new Stmt.Pass(tokens.take().offset());
            case LOAD -> throw Faults.syntax(token.offset(), "'load' is not available", "nothing can be loaded");
            default -> assignmentOrExpression();
        };
    }

    private int inLoop(Token token) {
        if (loops == 0) {
            throw Faults.syntax(token.offset(), token.shown() + " outside a loop");
        }
        return tokens.take().offset();
    }

    private Stmt returnStatement() {
        int offset = tokens.take().offset();
        if (functions == 0) {
            throw Faults.syntax(
                    offset, "'return' outside a function", "the script's value is result = …, or its last expression");
        }
        boolean empty = tokens.at(TokenKind.NEWLINE) || tokens.at(TokenKind.SEMICOLON) || tokens.at(TokenKind.EOF);
        return new Stmt.Return(offset, empty ? null : expressions.expressions());
    }

    private Stmt assignmentOrExpression() {
        Expr first = expressions.expressions();
        Token token = tokens.peek();
        if (tokens.takeIf(TokenKind.EQUALS)) {
            Targets.check(first);
            Stmt assignment = new Stmt.Assign(token.offset(), first, expressions.expressions());
            if (tokens.at(TokenKind.EQUALS)) {
                throw Faults.syntax(tokens.peek().offset(), "assignments cannot be chained", "write them on two lines");
            }
            return assignment;
        }
        Operator operator = Precedence.AUGMENTED.get(token.kind());
        if (operator != null) {
            tokens.take();
            Targets.checkAugmented(first);
            return new Stmt.Augment(token.offset(), first, operator, expressions.expressions());
        }
        if (token.kind() == TokenKind.COLON && first instanceof Expr.Name) {
            return annotated(first);
        }
        return new Stmt.Expression(first.offset(), first);
    }

    /** {@code name: type = value}: the type says nothing to the interpreter. */
    private Stmt annotated(Expr target) {
        tokens.take();
        expressions.expression();
        int offset = tokens.expect(TokenKind.EQUALS).offset();
        return new Stmt.Assign(offset, target, expressions.expressions());
    }

    private Stmt ifStatement() {
        int offset = tokens.peek().offset();
        List<Stmt.Branch> branches = new ArrayList<>();
        do {
            tokens.take();
            Expr condition = expressions.expression();
            branches.add(new Stmt.Branch(condition, suite()));
        } while (tokens.at(TokenKind.ELIF));
        List<Stmt> otherwise = tokens.takeIf(TokenKind.ELSE) ? suite() : List.of();
        return new Stmt.If(offset, branches, otherwise);
    }

    private Stmt forStatement() {
        int offset = tokens.take().offset();
        Expr target = expressions.loopVariables();
        Targets.check(target);
        tokens.expect(TokenKind.IN);
        Expr iterable = expressions.expressions();
        loops++;
        List<Stmt> body = suite();
        loops--;
        return new Stmt.For(offset, target, iterable, body);
    }

    private Stmt def() {
        int offset = tokens.take().offset();
        Token name = tokens.expect(TokenKind.IDENTIFIER);
        tokens.expect(TokenKind.LPAREN);
        List<FunctionSyntax.Parameter> parameters = expressions.parameters().parameters(TokenKind.RPAREN, true);
        tokens.expect(TokenKind.RPAREN);
        if (tokens.takeIf(TokenKind.ARROW)) {
            expressions.expression();
        }
        int outerLoops = loops;
        loops = 0;
        functions++;
        List<Stmt> body = suite();
        functions--;
        loops = outerLoops;
        FunctionSyntax function = new FunctionSyntax(name.name(), offset, parameters, body);
        return new Stmt.Def(offset, new Expr.Name(name.offset(), name.name()), function);
    }

    private List<Stmt> suite() {
        tokens.expect(TokenKind.COLON);
        List<Stmt> statements = new ArrayList<>();
        tokens.enter();
        if (tokens.takeIf(TokenKind.NEWLINE)) {
            tokens.expect(TokenKind.INDENT);
            while (!tokens.at(TokenKind.OUTDENT) && !tokens.at(TokenKind.EOF)) {
                statement(statements);
            }
            tokens.takeIf(TokenKind.OUTDENT);
        } else {
            simple(statements);
        }
        tokens.leave();
        return statements;
    }
}
