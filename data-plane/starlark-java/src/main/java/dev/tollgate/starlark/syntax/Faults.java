package dev.tollgate.starlark.syntax;

import dev.tollgate.starlark.fault.ScriptFault;
import java.util.Map;

/** Errors of syntax, and what to write instead of what Python has and Starlark has not. */
final class Faults {
    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("while", "write for _ in range(n): … and break"),
            Map.entry("try", "errors are values: r = try_call(f, …), then r.ok, r.value, r.error"),
            Map.entry("except", "errors are values: r = try_call(f, …), then r.ok, r.value, r.error"),
            Map.entry("finally", "errors are values: r = try_call(f, …), then r.ok, r.value, r.error"),
            Map.entry("raise", "write fail(\"…\")"),
            Map.entry("assert", "write if not …: fail(\"…\")"),
            Map.entry("import", "nothing can be imported; json, struct, sum, try_call and parallel are there already"),
            Map.entry("from", "nothing can be imported; json, struct, sum, try_call and parallel are there already"),
            Map.entry("class", "write struct(name = value, …)"),
            Map.entry("is", "write == or !="),
            Map.entry("del", "write d.pop(key) or list.pop(i)"),
            Map.entry("global", "variables at top level are read without it; to change one, keep it in a list or dict"),
            Map.entry("nonlocal", "to change an outer variable, keep the value in a list or dict"),
            Map.entry("async", "calls wait by themselves; parallel([...]) runs several"),
            Map.entry("await", "calls wait by themselves; parallel([...]) runs several"),
            Map.entry("with", "nothing needs to be closed here"),
            Map.entry("yield", "build a list and return it"));

    private Faults() {}

    static ScriptFault syntax(int offset, String message) {
        return syntax(offset, message, "");
    }

    static ScriptFault syntax(int offset, String message, String hint) {
        return new ScriptFault("syntax error: " + message, hint).at(offset);
    }

    static ScriptFault unexpected(Token token, String wanted) {
        if (token.kind() == TokenKind.RESERVED) {
            return reserved(token);
        }
        return syntax(token.offset(), "got " + token.shown() + ", want " + wanted, hint(token));
    }

    static ScriptFault reserved(Token token) {
        return syntax(
                token.offset(),
                "'" + token.name() + "' is not available",
                INSTEAD.getOrDefault(token.name(), "it is a reserved word: choose another name"));
    }

    private static String hint(Token token) {
        return switch (token.kind()) {
            case STAR_STAR -> "there is no power operator: multiply";
            case LOAD -> "nothing can be loaded";
            case INDENT -> "this line is indented more than the one before it";
            case EQUALS -> "== compares, = assigns";
            default -> "";
        };
    }
}
