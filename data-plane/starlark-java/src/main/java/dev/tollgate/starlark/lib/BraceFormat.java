package dev.tollgate.starlark.lib;

import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.value.Repr;
import dev.tollgate.starlark.value.Str;
import dev.tollgate.starlark.value.TextBuilder;
import dev.tollgate.starlark.value.Value;

/** {@code format.format(…)}: braces with an argument's number or name, or nothing for the next one. */
final class BraceFormat {
    private static final String REFUSED_IN_NAMES = ".[],";

    private final Call call;
    private final String format;
    private final TextBuilder out;
    private int automatic;
    private boolean manual;
    private int at;

    private BraceFormat(Call call) {
        this.call = call;
        this.format = ((Str) call.self()).value();
        this.out = new TextBuilder(call.meter());
    }

    static Value format(Call call) {
        return Str.of(new BraceFormat(call).write());
    }

    private String write() {
        while (at < format.length()) {
            int brace = nextBrace();
            out.append(format, at, brace);
            at = brace;
            if (at < format.length()) {
                brace(format.charAt(at));
            }
        }
        return out.build();
    }

    private int nextBrace() {
        int next = at;
        while (next < format.length() && format.charAt(next) != '{' && format.charAt(next) != '}') {
            next++;
        }
        out.meter().steps(1 + (next - at >> 4));
        return next;
    }

    private void brace(char c) {
        if (at + 1 < format.length() && format.charAt(at + 1) == c) {
            out.append(c);
            at += 2;
        } else if (c == '}') {
            throw new ScriptFault("found '}' without matching '{'", "a brace of the text is written twice: }}");
        } else {
            field();
        }
    }

    private void field() {
        int end = at + 1;
        while (end < format.length() && format.charAt(end) != '}') {
            if (format.charAt(end) == '{') {
                throw new ScriptFault("nested replacement fields are not supported");
            }
            end++;
        }
        if (end == format.length()) {
            throw new ScriptFault("found '{' without matching '}'", "a brace of the text is written twice: {{");
        }
        String field = format.substring(at + 1, end);
        out.meter().steps(field.length() >> 4);
        at = end + 1;
        int colon = field.indexOf(':');
        String spec = colon < 0 ? "" : field.substring(colon + 1);
        String name = colon < 0 ? field : field.substring(0, colon);
        boolean repr = name.endsWith("!r");
        String plain = repr || name.endsWith("!s") ? name.substring(0, name.length() - 2) : name;
        Value value = value(plain);
        FormatSpec.parse(spec).write(out, repr ? Str.of(Repr.repr(out.meter(), value)) : value);
    }

    private Value value(String name) {
        if (name.isEmpty()) {
            if (manual) {
                throw mixed();
            }
            return positional(automatic++);
        }
        if (name.chars().allMatch(c -> c >= '0' && c <= '9')) {
            manual = true;
            if (automatic > 0) {
                throw mixed();
            }
            String digits = name.replaceFirst("^0+(?!$)", "");
            return positional(digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits));
        }
        for (char refused : REFUSED_IN_NAMES.toCharArray()) {
            if (name.indexOf(refused) >= 0) {
                throw new ScriptFault(
                        "invalid character '" + refused + "' inside replacement field",
                        "an f-string takes any expression");
            }
        }
        for (int i = 0; i < call.names().length; i++) {
            if (call.names()[i].equals(name)) {
                return call.named(i);
            }
        }
        throw new ScriptFault("missing argument '" + name + "': not found");
    }

    private Value positional(int index) {
        if (index >= call.positional()) {
            throw new ScriptFault("no replacement found for index " + index + ": index out of range");
        }
        return call.arguments()[index];
    }

    private static ScriptFault mixed() {
        return new ScriptFault("cannot mix manual and automatic field numbering");
    }
}
