package dev.tollgate.starlark.syntax;

import dev.tollgate.starlark.syntax.Expr.Argument;
import dev.tollgate.starlark.syntax.FunctionSyntax.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Parameters of definitions and arguments of calls, and the order in which they may stand. */
final class ParameterParser {
    private final TokenStream tokens;
    private final ExpressionParser expressions;

    ParameterParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    /** @param typed whether {@code name: type} is read; the types say nothing to the interpreter */
    List<Parameter> parameters(TokenKind end, boolean typed) {
        List<Parameter> list = new ArrayList<>();
        Set<String> names = new HashSet<>();
        boolean optional = false;
        boolean starred = false;
        while (!tokens.at(end)) {
            Parameter parameter = parameter(typed);
            check(list, parameter, optional, starred, names);
            starred |= parameter.kind() == Parameter.Kind.STAR;
            optional |= parameter.defaultValue() != null;
            list.add(parameter);
            if (!tokens.takeIf(TokenKind.COMMA)) {
                break;
            }
        }
        if (!list.isEmpty()
                && list.getLast().kind() == Parameter.Kind.STAR
                && list.getLast().name().isEmpty()) {
            throw Faults.syntax(list.getLast().offset(), "a bare * must be followed by a parameter");
        }
        return list;
    }

    private Parameter parameter(boolean typed) {
        Token first = tokens.peek();
        if (tokens.takeIf(TokenKind.STAR_STAR)) {
            return new Parameter(first.offset(), Parameter.Kind.STAR_STAR, name(typed), null);
        }
        if (tokens.takeIf(TokenKind.STAR)) {
            String name = tokens.at(TokenKind.IDENTIFIER) ? name(typed) : "";
            return new Parameter(first.offset(), Parameter.Kind.STAR, name, null);
        }
        String name = name(typed);
        Expr value = tokens.takeIf(TokenKind.EQUALS) ? expressions.expression() : null;
        return new Parameter(first.offset(), Parameter.Kind.PLAIN, name, value);
    }

    private String name(boolean typed) {
        String name = tokens.expect(TokenKind.IDENTIFIER).name();
        if (typed && tokens.takeIf(TokenKind.COLON)) {
            expressions.expression();
        }
        return name;
    }

    private void check(List<Parameter> before, Parameter next, boolean optional, boolean starred, Set<String> names) {
        if (!before.isEmpty() && before.getLast().kind() == Parameter.Kind.STAR_STAR) {
            throw Faults.syntax(next.offset(), "nothing may follow the ** parameter");
        }
        if (next.kind() == Parameter.Kind.STAR && starred) {
            throw Faults.syntax(next.offset(), "there can be only one * parameter");
        }
        if (next.kind() == Parameter.Kind.PLAIN && next.defaultValue() == null && optional && !starred) {
            throw Faults.syntax(next.offset(), "a required parameter may not follow an optional one");
        }
        if (!next.name().isEmpty() && !names.add(next.name())) {
            throw Faults.syntax(next.offset(), "duplicate parameter: " + next.name());
        }
    }

    /** Arguments in their parentheses. */
    List<Argument> arguments() {
        tokens.expect(TokenKind.LPAREN);
        List<Argument> list = new ArrayList<>();
        Set<String> names = new HashSet<>();
        while (!tokens.at(TokenKind.RPAREN)) {
            Argument argument = argument();
            check(list, argument, names);
            list.add(argument);
            if (!tokens.takeIf(TokenKind.COMMA)) {
                break;
            }
        }
        tokens.expect(TokenKind.RPAREN);
        return list;
    }

    private Argument argument() {
        Token first = tokens.peek();
        if (tokens.takeIf(TokenKind.STAR_STAR)) {
            return new Argument(first.offset(), Argument.Kind.STAR_STAR, "", expressions.expression());
        }
        if (tokens.takeIf(TokenKind.STAR)) {
            return new Argument(first.offset(), Argument.Kind.STAR, "", expressions.expression());
        }
        if (first.kind() == TokenKind.IDENTIFIER && tokens.peek(1).kind() == TokenKind.EQUALS) {
            tokens.take();
            tokens.take();
            return new Argument(first.offset(), Argument.Kind.NAMED, first.name(), expressions.expression());
        }
        Expr value = expressions.expression();
        if (tokens.at(TokenKind.FOR)) {
            throw Faults.syntax(
                    tokens.peek().offset(), "got 'for', want ')'", "there are no generators: write [x for x in …]");
        }
        return new Argument(first.offset(), Argument.Kind.POSITIONAL, "", value);
    }

    private void check(List<Argument> before, Argument next, Set<String> names) {
        for (Argument earlier : before) {
            if (next.kind().compareTo(earlier.kind()) < 0) {
                throw Faults.syntax(
                        next.offset(),
                        next.kind() == Argument.Kind.POSITIONAL
                                ? "positional argument may not follow named, * or ** argument"
                                : "an argument of this kind may not follow a * or ** argument");
            }
            if (next.kind() == earlier.kind() && next.kind().compareTo(Argument.Kind.STAR) >= 0) {
                throw Faults.syntax(next.offset(), "there can be only one * and one ** argument");
            }
        }
        if (next.kind() == Argument.Kind.NAMED && !names.add(next.name())) {
            throw Faults.syntax(next.offset(), "duplicate argument: " + next.name());
        }
    }
}
