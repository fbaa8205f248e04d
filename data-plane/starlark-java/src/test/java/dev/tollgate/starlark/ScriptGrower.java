package dev.tollgate.starlark;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Scripts grown from the grammar, with few names, so that they meet. */
final class ScriptGrower {
    private static final int DEPTH_MAX = 5;
    private static final List<String> NAMES = List.of("a", "b", "c", "f", "g", "data", "result");
    private static final List<String> BUILTINS = List.of(
            "abs",
            "all",
            "any",
            "bool",
            "bytes",
            "dict",
            "dir",
            "enumerate",
            "fail",
            "float",
            "getattr",
            "hasattr",
            "hash",
            "int",
            "len",
            "list",
            "max",
            "min",
            "print",
            "range",
            "repr",
            "reversed",
            "set",
            "sorted",
            "str",
            "struct",
            "sum",
            "tuple",
            "type",
            "zip",
            "try_call",
            "parallel",
            "json.encode",
            "json.decode",
            "json.indent",
            "host",
            "refuse");
    private static final List<String> METHODS = List.of(
            "append",
            "extend",
            "insert",
            "pop",
            "remove",
            "clear",
            "index",
            "get",
            "items",
            "keys",
            "values",
            "update",
            "setdefault",
            "popitem",
            "upper",
            "split",
            "rsplit",
            "join",
            "format",
            "replace",
            "strip",
            "find",
            "count",
            "elems",
            "splitlines",
            "title",
            "partition",
            "add",
            "union",
            "difference",
            "symmetric_difference_update",
            "startswith",
            "isalnum",
            "nope");
    private static final List<String> BINARY = List.of(
            "+", "-", "*", "/", "//", "%", "==", "!=", "<", ">", "<=", ">=", "in", "not in", "and", "or", "|", "&", "^",
            "<<", ">>");
    private static final List<String> LITERALS = List.of(
            "0",
            "1",
            "-1",
            "2",
            "7",
            "1000",
            "2147483647",
            "9223372036854775807",
            "1 << 4000",
            "0.5",
            "-0.0",
            "1e308",
            "float('nan')",
            "''",
            "'a'",
            "'abc'",
            "'é😀'",
            "'%s %d'",
            "'{} {a}'",
            "b'x\\xff'",
            "None",
            "True",
            "[]",
            "{}",
            "()",
            "'a' * 1000",
            "[0] * 100",
            "range(10)",
            "set([1, 'a'])",
            "f'{a!r:>5}'",
            "'[1, {\"a\": null}]'");

    private final Random random;
    private int depth;

    ScriptGrower(Random random) {
        this.random = random;
    }

    String script() {
        String start =
                "a = 1\nb = [1, 'x']\nc = {'k': 2}\ndef f(*args, **kw): return args or kw\ng = lambda x = 1: x\n";
        return start + block("", 2 + random.nextInt(8));
    }

    private String pick(List<String> among) {
        return among.get(random.nextInt(among.size()));
    }

    private String block(String indent, int statements) {
        return IntStream.range(0, statements).mapToObj(_ -> statement(indent)).collect(Collectors.joining());
    }

    private String deeper(Supplier<String> what, String otherwise) {
        if (depth >= DEPTH_MAX) {
            return otherwise;
        }
        depth++;
        String grown = what.get();
        depth--;
        return grown;
    }

    private String statement(String indent) {
        String inner = indent + "  ";
        return switch (random.nextInt(12)) {
            case 0 -> deeper(() -> indent + "for " + target() + " in " + expression() + ":\n" + block(inner, 2), "");
            case 1 -> deeper(() -> indent + "if " + expression() + ":\n" + block(inner, 2), "");
            case 2 ->
                deeper(
                        () -> indent + "def " + pick(NAMES) + "(x, y = " + expression() + ", *z):\n" + block(inner, 2)
                                + inner + "return " + expression() + "\n",
                        "");
            case 3, 4 -> indent + target() + " = " + expression() + "\n";
            case 5 ->
                indent + pick(NAMES) + " " + pick(List.of("+=", "-=", "*=", "|=", "&=", "%=", "//=")) + " "
                        + expression() + "\n";
            case 6 -> indent + pick(NAMES) + "[" + expression() + "] = " + expression() + "\n";
            default -> indent + expression() + "\n";
        };
    }

    private String target() {
        return random.nextInt(5) == 0 ? pick(NAMES) + ", " + pick(NAMES) : pick(NAMES);
    }

    private String expression() {
        return deeper(this::grown, random.nextBoolean() ? pick(NAMES) : pick(LITERALS));
    }

    private String grown() {
        return switch (random.nextInt(15)) {
            case 0, 1, 2 -> "(" + expression() + " " + pick(BINARY) + " " + expression() + ")";
            case 3, 4 -> pick(BUILTINS) + "(" + arguments() + ")";
            case 5, 6 -> pick(NAMES) + "." + pick(METHODS) + "(" + arguments() + ")";
            case 7 -> "(" + expression() + ")." + pick(METHODS) + "(" + arguments() + ")";
            case 8 -> "[" + expression() + " for " + target() + " in " + expression() + "]";
            case 9 -> "{" + expression() + ": " + expression() + "}";
            case 10 -> "[" + expression() + ", " + expression() + "]";
            case 11 -> "(" + expression() + ")[" + expression() + pick(List.of("", ":", "::-1", ":2")) + "]";
            case 12 -> "(lambda x: " + expression() + ")";
            case 13 -> "f'{" + pick(NAMES) + ":" + pick(List.of("", ">8", ".2f", "x", "05d", ",")) + "}'";
            default -> "(" + expression() + " if " + expression() + " else " + expression() + ")";
        };
    }

    private String arguments() {
        return switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> expression() + ", " + expression();
            case 2 -> "*" + expression();
            case 3 -> expression() + ", key = " + expression();
            default -> expression();
        };
    }
}
